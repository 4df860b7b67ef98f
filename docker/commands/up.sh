# ./trader up
# shellcheck shell=sh disable=SC2119,SC2154

usage_up() {
  cat <<'TEXT'
Usage: ./trader up

Starts the suite in the background, or brings what has changed in .env, secrets/ or the images into force: prepares the
machine where that was not done (./trader init), builds the images that are absent (./trader build), starts, waits until
all is ready, and says where everything is. `docker compose up -d` does the same without the help.
TEXT
}

unfinished_restore=$home/.restore-unfinished

command_up() {
  [ $# -eq 0 ] || wrong_usage up "$1"
  require_docker
  [ ! -e "$unfinished_restore" ] || fail "a restore did not end: what the database holds is not whole. Run it again:
./trader restore $(cat -- "$unfinished_restore")"
  # shellcheck source=docker/commands/init.sh
  . "$home/docker/commands/init.sh"
  is_initialised || {
    say 'Preparing this machine:'
    command_init
  }
  domain='' http=''
  check_ports
  check_memory
  let_containers_read
  absent=$(absent_images)
  if [ -n "$absent" ]; then
    # shellcheck source=docker/commands/build.sh
    . "$home/docker/commands/build.sh"
    command_build
  fi
  start
  where
}

# What heap, classes and compiled code of each may grow to, and what the two servers start with. With less a container
# would be ended while it works, again and again.
check_memory() {
  while read -r key least; do
    given=$(setting "$key")
    [ "$(mebibytes "$given")" -ge "$least" ] ||
      fail "$key in .env is '$given': it must be at least ${least}m (whole numbers, with m or g)"
  done <<LEAST
TRADER_ENGINE_MEMORY 320
SIGNAL_COLLECTOR_MEMORY 256
TELEGRAM_NOTIFIER_MEMORY 256
DASHBOARD_MEMORY 288
MONGODB_MEMORY 384
RABBITMQ_MEMORY 256
LEAST
}

# mebibytes 448m: 448; 0 for what is no such size
mebibytes() {
  number=${1%[mMgG]}
  case $number in '' | *[!0-9]* | ???????*) echo 0 && return ;; esac
  case $1 in
    *[gG]) echo $((number * 1024)) ;;
    *[mM]) echo "$number" ;;
    *) echo 0 ;;
  esac
}

# Those of ours that only a build can bring.
absent_images() {
  compose config --images | sort -u | while read -r image; do
    case $image in
      mathematricks/*) docker image inspect "$image" >/dev/null 2>&1 || printf '%s\n' "$image" ;;
    esac
  done
}

start() {
  say 'Starting; this takes up to a minute.'
  compose up --detach --wait --wait-timeout 300 --remove-orphans || not_ready
}

not_ready() {
  say "
Not all is ready."
  # Without a health check the third word is the exit code.
  compose ps --all --format '{{.Service}} {{.State}} {{.Health}} {{.ExitCode}}' |
    awk 'NF == 3 { print $1, $2, "-", $3; next } { print }' | while read -r service state health code; do
      case $state/$health/$code in
        exited/*/0 | running/healthy/* | running/-/*) continue ;;
        running/starting/*) say "$service is starting." && continue ;;
        created/*) say "$service was not started." && continue ;;
        exited/*/137 | restarting/*/137 | dead/*/137) say "$service was killed, mostly because it needed more memory than its limit in .env; the end of its log:" ;;
        exited/* | dead/*) say "$service ended with code $code; the end of its log:" ;;
        *) say "$service is $state, $health; the end of its log:" ;;
      esac
      compose logs --no-log-prefix --no-color --tail 8 "$service" 2>&1 | sed 's/^/    /' >&2
    done
  fail 'not all is ready. ./trader logs SERVICE shows more; when the cause is gone, ./trader up goes on'
}

where() {
  webhook=$(setting WEBHOOK_URL)
  if uses docker/edge.yml; then
    dashboard=https://$(setting WEBHOOK_DOMAIN)
    webhook=$dashboard/webhook
  else
    case $(setting DASHBOARD_BIND) in
      0.0.0.0) dashboard="http://localhost:8501, or this machine's address" ;;
      *) dashboard=http://$(setting DASHBOARD_BIND):8501 ;;
    esac
  fi
  if uses docker/edge-http.yml; then webhook=${webhook:-http://THIS-MACHINE/webhook}; fi
  say "
Ready.
  Dashboard        $dashboard
  its password     secrets/dashboard_password
  Webhook          ${webhook:-not open to the outside: ./trader init --domain NAME puts it on ports 80 and 443}
  of demo          its key is in secrets/demo_webhook_key, its passphrase in secrets/demo_webhook_secret
  Read API         the dashboard's address, with the token in secrets/api_token
  Logs             ./trader logs [SERVICE]"
  [ -s "$secrets/telegram_token" ] || say '  Telegram         none: DEPLOYMENT.md tells how'
}
