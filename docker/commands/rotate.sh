# ./trader rotate
# shellcheck shell=sh disable=SC2154

usage_rotate() {
  cat <<'TEXT'
Usage: ./trader rotate NAME

Makes a new value for one secret, tells the server that checks it, and restarts the services that use it. Interrupted, it
can simply be run again.

  internal_token               by which the services know each other: all of them restart
  dashboard_password           of the pages; whoever is logged in has to log in again
  api_token                    of the read API
  telegram_token               of the bot: asked for, or read from standard input
  mongodb_engine_password, mongodb_collector_password, mongodb_notifier_password, mongodb_dashboard_password,
  mongodb_backup_password      of the database's users
  mongodb_admin_password       of its administrator
  mongodb_key_file             of the replica set: MongoDB restarts
  rabbitmq_engine_password, rabbitmq_notifier_password
                               of the message broker's users

Key and passphrase of a strategy are made anew on its page of the dashboard.
TEXT
}

command_rotate() {
  [ $# -eq 1 ] || fail 'name one secret; ./trader rotate --help lists them'
  case $1 in -*) wrong_usage rotate "$1" ;; esac
  require_docker
  require_initialised
  case $1 in
    internal_token)
      random 32 | keep internal_token
      # Together: a service with the old token is refused until it has the new one, and tries again.
      restart trader-engine signal-collector telegram-notifier dashboard prometheus
      ;;
    dashboard_password | api_token)
      random 32 | keep "$1"
      restart dashboard
      ;;
    telegram_token) rotate_telegram_token ;;
    mongodb_engine_password) rotate_mongodb_user "$1" trader-engine ;;
    mongodb_collector_password) rotate_mongodb_user "$1" signal-collector ;;
    mongodb_notifier_password) rotate_mongodb_user "$1" telegram-notifier ;;
    mongodb_dashboard_password) rotate_mongodb_user "$1" dashboard ;;
    mongodb_backup_password) rotate_mongodb_user "$1" ;;
    mongodb_admin_password) rotate_mongodb_admin ;;
    mongodb_key_file)
      require_container mongodb
      head -c 567 /dev/urandom | base64_line | keep mongodb_key_file
      restart mongodb
      ;;
    rabbitmq_engine_password) rotate_rabbitmq_user "$1" trader-engine ;;
    rabbitmq_notifier_password) rotate_rabbitmq_user "$1" telegram-notifier ;;
    rabbitmq_definitions.json) fail 'it is made of rabbitmq_engine_password and rabbitmq_notifier_password: rotate these' ;;
    demo_webhook_key | demo_webhook_secret)
      fail "the database keeps only their hashes: make new ones on the dashboard's page of the strategy demo"
      ;;
    *) fail "there is no secret $1; ./trader rotate --help lists them" ;;
  esac
  say "$1 is a new one."
}

# restart SERVICE...: those that run. A container sees a changed secret only after it.
restart() {
  running=$(compose ps --services --status running --status restarting)
  affected=
  for service in "$@"; do
    if printf '%s\n' "$running" | grep -qxF "$service"; then affected="$affected $service"; fi
  done
  if [ -z "$affected" ]; then
    say 'Nothing that uses it runs; it counts from the next start.'
    return
  fi
  # shellcheck disable=SC2086 # a list of words
  compose restart $affected || fail "the new value is in secrets/, but a restart failed: run docker compose restart$affected"
}

require_container() {
  [ -n "$(compose ps --quiet --status running "$1" 2>/dev/null)" ] ||
    fail "$1 does not run, and has to be told: start the suite with ./trader up first"
}

# rotate_mongodb_user NAME [SERVICE]. File, server, service: whatever interrupts, the file holds what the server gets at the
# next `up`, and connections that are open stay so.
rotate_mongodb_user() {
  ! uses docker/atlas.yml || fail "change it at Atlas, write the new one into secrets/$1, then run docker compose restart ${2:-}"
  require_container mongodb
  random 32 | keep "$1"
  compose run --rm -T --no-deps store-setup </dev/null || fail "the server did not take it, for the reason above: run this again"
  [ $# -lt 2 ] || restart "$2"
}

# The new password lies beside the old one until the server has it; one of the two always holds.
rotate_mongodb_admin() {
  ! uses docker/atlas.yml || fail 'Atlas has an administrator of its own'
  require_container mongodb
  next=$secrets/.mongodb_admin_password.next
  [ -f "$next" ] || (umask 077 && random 32 >"$next.new" && mv -- "$next.new" "$next")
  compose exec -T mongodb sh /docker/change-admin-password.sh <<TEXT || fail 'the server did not take it, for the reason above: run this again'
$(cat -- "$secrets/mongodb_admin_password")
$(cat -- "$next")
TEXT
  keep mongodb_admin_password <"$next"
  rm -f -- "$next"
}

# The broker reads its definitions at each start, so they change too.
rotate_rabbitmq_user() {
  require_container rabbitmq
  random 32 | keep "$1"
  make_rabbitmq_definitions
  # By its hash, which everybody may see: not every rabbitmqctl reads a password from its input.
  hash=$(rabbitmq_hash "$(cat -- "$secrets/$1")")
  change="rabbit_auth_backend_internal:change_password_hash(<<\"$2\">>, base64:decode(<<\"$hash\">>), rabbit_password_hashing_sha256)."
  answer=$(compose exec -T rabbitmq rabbitmqctl --quiet eval "$change" </dev/null) || answer=
  [ "$answer" = ok ] || fail 'the broker did not take it, for the reason above: run this again'
  restart "$2"
}

rotate_telegram_token() {
  if [ -t 0 ]; then
    printf 'The token from @BotFather (it is not shown): ' >&2
    trap 'stty echo' EXIT INT TERM
    stty -echo
    read -r token || token=
    stty echo
    trap - EXIT INT TERM
    say ''
  else
    read -r token || [ -n "$token" ] || fail 'no token came on standard input'
  fi
  printf '%s' "$token" | grep -qE '^[0-9]{1,20}:[A-Za-z0-9_-]{1,100}$' ||
    fail 'that is no token of the form 123456789:AbC…; copy it again from @BotFather'
  printf '%s' "$token" | keep telegram_token
  restart telegram-notifier alertmanager
}
