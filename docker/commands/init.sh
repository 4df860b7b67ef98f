# ./trader init
# shellcheck shell=sh disable=SC2120,SC2154

usage_init() {
  cat <<'TEXT'
Usage: ./trader init [--domain NAME | --http]

Prepares this machine for the containers: looks whether they can run here, then writes .env, secrets/ and
strategies.yml. What is there already is never overwritten, and nothing is asked. ./trader up does this too.

  --domain NAME       also puts Caddy before webhook and dashboard, at https://NAME with certificates that it gets and
                      renews by itself. NAME must lead to this machine, ports 80 and 443 must be open to the internet
  --http              also puts Caddy before the webhook alone, on port 80, NOT encrypted: whoever listens in between
                      can read the webhook's key and send signals
TEXT
}

command_init() {
  domain='' http=''
  while [ $# -gt 0 ]; do
    case $1 in
      --domain)
        [ $# -gt 1 ] || fail 'name the domain: ./trader init --domain trader.example.com'
        domain=$2
        shift
        ;;
      --domain=*) domain=${1#--domain=} ;;
      --http) http=yes ;;
      *) wrong_usage init "$1" ;;
    esac
    shift
  done
  [ -z "$domain" ] || [ -z "$http" ] || fail 'either --domain or --http: with a domain the webhook is encrypted'
  [ -z "$domain" ] || printf '%s\n' "$domain" | grep -qE '^([A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*$' ||
    fail "'$domain' is no domain name like trader.example.com"

  require_docker
  refuse_other_edge
  check_machine
  check_ports
  let_containers_read
  write_settings
  choose_mongodb
  write_secrets
  write_strategies
  choose_edge
  is_dashboard_safe || say "
Port 8501 is not encrypted and open on every address of this machine. Where the internet can reach it, write
DASHBOARD_BIND=127.0.0.1 into .env and open the dashboard through a tunnel: ssh -L 8501:localhost:8501 THIS-SERVER"
  [ "$command" != init ] || say '
Prepared. ./trader up starts the suite.'
}

did() { say "  $*"; }
warn() { say "WARNING: $*"; }

is_dashboard_safe() {
  uses docker/edge.yml && return
  case $(setting DASHBOARD_BIND) in 127.* | ::1 | '[::1]') return 0 ;; *) return 1 ;; esac
}

# Once chosen, an edge is changed by hand: addresses that senders know depend on it.
refuse_other_edge() {
  known=$(setting WEBHOOK_DOMAIN)
  if [ -n "$domain" ] && [ -n "$known" ] && [ "$domain" != "$known" ]; then
    fail "WEBHOOK_DOMAIN is $known in .env: change it there, then run ./trader up"
  fi
  if [ -n "$domain" ] && uses docker/edge-http.yml; then
    fail "docker/edge-http.yml is in COMPOSE_FILE: take it out of .env, then run this again"
  fi
  if [ -n "$http" ] && uses docker/edge.yml; then
    fail "docker/edge.yml is in COMPOSE_FILE, which encrypts: take it out of .env, then run this again"
  fi
}

kernel_breaks_mongodb_8() { version_at_least "$1" 6.19 && ! version_at_least "$1" 7.0.14; }

check_machine() {
  # Of the machine that the containers run on, which need not be this one.
  machine=$(docker info --format '{{.KernelVersion}} {{.MemTotal}} {{.Architecture}}')
  kernel=${machine%% *} architecture=${machine##* }
  memory=${machine#* } && memory=$((${memory% *} / 1048576))
  [ "$memory" -ge 1800 ] || fail "this machine has $memory MiB of memory: 2 GiB are needed, 4 are comfortable"
  [ "$memory" -ge 3000 ] || warn "this machine has $memory MiB of memory. It will do for a few strategies; with 4 GiB nothing gets tight"
  if [ "$architecture" = x86_64 ] && ! uses docker/atlas.yml && [ -r /proc/cpuinfo ] &&
    ! grep -qE '^flags.* avx( |$)' /proc/cpuinfo; then
    fail "this processor has no AVX, without which MongoDB does not start. Take a machine that has it (on a virtual one set
the processor's type to host), or MongoDB Atlas with docker/atlas.yml"
  fi
}

# Only on a fresh volume: data are never opened by another major version.
choose_mongodb() {
  [ "$(setting MONGO_IMAGE)" = mongo:8.0 ] && kernel_breaks_mongodb_8 "$kernel" && ! uses docker/atlas.yml || return 0
  if docker volume inspect "$(setting COMPOSE_PROJECT_NAME)_mongo_data" >/dev/null 2>&1; then
    warn "on kernel $kernel mongo:8.0 is reported not to start (6.19 to 7.0.13). Should it not, start the machine with another kernel"
  else
    change_setting MONGO_IMAGE mongo:7.0
    warn "on kernel $kernel mongo:8.0 is reported not to start (6.19 to 7.0.13): MONGO_IMAGE is mongo:7.0 in .env, and has to stay it"
  fi
}

# listens PORT: whether a program of this machine does
listens() {
  [ -r /proc/net/tcp ] || return 1
  cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
    awk -v port="$(printf ':%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 } END { exit !found }'
}

check_ports() {
  # The ports of a suite that runs are its own.
  if [ -f "$settings" ] && [ -n "$(compose ps --quiet 2>/dev/null)" ]; then return; fi
  ports=8501
  { [ -z "$http" ] && ! uses docker/edge-http.yml; } || ports="$ports 80"
  { [ -z "$domain" ] && ! uses docker/edge.yml; } || ports="$ports 80 443"
  for port in $ports; do
    ! listens "$port" || fail "port $port is taken by another program. Stop it, then run this again; this shows which:
sudo ss -ltnp 'sport = :$port'"
  done
}

write_settings() {
  if [ ! -f "$settings" ]; then
    cp -- "$home/.env.example" "$settings"
    did 'wrote .env, which explains each setting'
    return
  fi
  # Keys of a newer version come with their explanation.
  awk -v known="$(sed -n 's/^\([A-Z_]*\)=.*/ \1 /p' "$settings" | tr -d '\n')" 'BEGIN { RS = ""; FS = "\n" } {
    explained = ""; missing = ""
    for (i = 1; i <= NF; i++) {
      if ($i ~ /^#/) explained = explained "\n" $i
      else { key = $i; sub(/=.*/, "", key); if (!index(known, " " key " ")) missing = missing "\n" $i }
    }
    if (missing != "") print explained missing
  }' "$home/.env.example" >"$settings.new"
  if [ -s "$settings.new" ]; then
    cat -- "$settings.new" >>"$settings"
    did "added to .env: $(sed -n 's/^\([A-Z_]*\)=.*/\1/p' "$settings.new" | tr '\n' ' ')"
  fi
  rm -f -- "$settings.new"
}

write_secrets() {
  if [ ! -d "$secrets" ]; then
    (umask 077 && mkdir -- "$secrets")
    did 'made secrets/, which only you can enter: keep a copy of it elsewhere, encrypted'
  fi
  chmod 0700 "$secrets"
  made=
  for name in $random_secrets; do
    [ ! -f "$secrets/$name" ] || continue
    random 32 | keep "$name"
    made="$made $name"
  done
  if [ ! -f "$secrets/mongodb_key_file" ]; then
    # 756 characters.
    head -c 567 /dev/urandom | base64_line | keep mongodb_key_file
    made="$made mongodb_key_file"
  fi
  if [ ! -f "$secrets/rabbitmq_definitions.json" ]; then
    make_rabbitmq_definitions
    made="$made rabbitmq_definitions.json"
  fi
  if [ ! -f "$secrets/telegram_token" ]; then
    keep telegram_token </dev/null
    made="$made telegram_token (empty: no Telegram)"
  fi
  # By hand, or from a copy, they may have come with other rights.
  for name in $random_secrets $other_secrets; do chmod 0444 "$secrets/$name"; done
  [ -z "$made" ] || did "made secrets:$made"
}

write_strategies() {
  [ ! -f "$home/strategies.yml" ] || return 0
  cp -- "$home/docker/strategies.yml" "$home/strategies.yml"
  # The dashboard runs as another user.
  chmod 0644 "$home/strategies.yml"
  did 'wrote strategies.yml with the paper strategy demo'
}

choose_edge() {
  if [ -n "$domain" ]; then
    [ -n "$(setting WEBHOOK_DOMAIN)" ] || change_setting WEBHOOK_DOMAIN "$domain"
    add_edge docker/edge.yml
    did "webhook and dashboard are served at https://$domain"
  elif [ -n "$http" ]; then
    add_edge docker/edge-http.yml
    address=$(ip -4 -o route get 198.51.100.1 2>/dev/null | sed -n 's/.* src \([0-9.]*\).*/\1/p')
    if [ -z "$(setting WEBHOOK_URL)" ] && [ -n "$address" ]; then change_setting WEBHOOK_URL "http://$address/webhook"; fi
    warn "the webhook on port 80 is not encrypted: whoever listens in between can read its key and send signals.
With a domain name, ./trader init --domain NAME encrypts it; WEBHOOK_ALLOWED_ADDRESSES=tradingview in .env lets only TradingView post."
  fi
}

add_edge() {
  add_file "$1"
  ! uses docker-compose.prod.yml || {
    add_file docker/edge.prod.yml
    say '  The images are pinned: run ./trader pin, so that the edge is too'
  }
}
