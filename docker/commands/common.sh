# What the commands of the containers share; read by ../../trader.
# shellcheck shell=sh disable=SC2034,SC2154 # home is set there; what is set here is for the commands

secrets=$home/secrets
settings=$home/.env

# One of these is changed by `./trader rotate`; DEPLOYMENT.md says who has it.
random_secrets='mongodb_admin_password mongodb_engine_password mongodb_collector_password mongodb_notifier_password
  mongodb_dashboard_password mongodb_backup_password rabbitmq_engine_password rabbitmq_notifier_password internal_token
  dashboard_password api_token demo_webhook_key demo_webhook_secret'
other_secrets='mongodb_key_file rabbitmq_definitions.json telegram_token'
our_services='trader-engine signal-collector telegram-notifier dashboard'
our_images="store-setup $our_services"

compose() { (cd -- "$home" && docker compose "$@"); }

# wrong_usage COMMAND WORD
wrong_usage() {
  say "trader: '$2' is not understood; ./trader $1 --help tells what is"
  exit 2
}

# version_at_least VERSION LEAST: compares numbers between dots; what follows a dash or plus does not count
version_at_least() {
  printf '%s %s\n' "${1#v}" "$2" | awk '{
    sub(/[-+~].*/, "", $1)
    split($1, is, "."); split($2, least, ".")
    for (i = 1; i <= 3; i++) if (is[i] + 0 != least[i] + 0) exit is[i] + 0 < least[i] + 0
    exit 0
  }'
}

require_docker() {
  command -v docker >/dev/null || fail "there is no docker on this machine. Install Docker Engine and its Compose plugin:
https://docs.docker.com/engine/install/"
  if ! engine=$(docker version --format '{{.Server.Version}}' 2>&1); then
    fail "Docker does not answer: $engine
Is it running (sudo systemctl start docker), and may you use it (sudo usermod -aG docker $(id -un), then log in again)?"
  fi
  version_at_least "$engine" 20.10.10 ||
    fail "Docker Engine $engine is too old: 20.10.10 or newer is needed, https://docs.docker.com/engine/install/"
  found=$(docker compose version --short 2>/dev/null) ||
    fail "Docker has no Compose plugin. Install it: https://docs.docker.com/compose/install/linux/"
  version_at_least "$found" 2.24.4 ||
    fail "Docker Compose $found is too old: 2.24.4 or newer is needed, https://docs.docker.com/compose/install/linux/"
}

is_initialised() {
  [ -f "$settings" ] && [ -f "$home/strategies.yml" ] || return 1
  for name in $random_secrets $other_secrets; do
    [ -f "$secrets/$name" ] || return 1
  done
}

require_initialised() {
  is_initialised || fail "there are no settings or secrets yet. Run ./trader init, or ./trader up, which does it too"
}

# Containers read these as other users; a clone under a strict umask would shut them out.
let_containers_read() { chmod -R a+rX "$home/docker"; }

# setting KEY: its value in .env, else its default
setting() {
  file=$settings
  grep -q "^$1=" "$file" 2>/dev/null || file=$home/.env.example
  sed -n "s/^$1=//p" "$file" | tail -n 1
}

# change_setting KEY VALUE
change_setting() {
  awk -v key="$1" -v value="$2" 'index($0, key "=") == 1 { $0 = key "=" value } { print }' "$settings" >"$settings.new"
  mv -f -- "$settings.new" "$settings"
}

# uses FILE: whether it is one of the compose files
uses() {
  case ":${COMPOSE_FILE:-$(setting COMPOSE_FILE)}:" in *":$1:"*) return 0 ;; *) return 1 ;; esac
}

# add_file FILE: among the compose files, at its place; files of your own stay last
add_file() {
  files=:$(setting COMPOSE_FILE):$1:
  sorted=
  for file in docker-compose.yml docker-compose.prod.yml docker/edge.yml docker/edge-http.yml docker/edge.prod.yml \
    docker/monitoring.yml docker/monitoring.prod.yml docker/dev.yml docker/atlas.yml; do
    case $files in *":$file:"*) sorted=$sorted:$file ;; esac
  done
  for file in $(printf '%s' "$files" | tr ':' ' '); do
    case "$sorted:" in *":$file:"*) ;; *) sorted=$sorted:$file ;; esac
  done
  change_setting COMPOSE_FILE "${sorted#:}"
}

# keep NAME: standard input becomes this secret, at once or not at all. Services run as another user, so all may
# read the file; that only you can enter the folder protects it.
keep() {
  (umask 077 && cat >"$secrets/.$1.new")
  chmod 0444 "$secrets/.$1.new"
  mv -f -- "$secrets/.$1.new" "$secrets/$1"
}

# random LENGTH: letters and digits
random() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c "$1"; }

base64_line() {
  if command -v base64 >/dev/null; then base64 | tr -d '\n'; else openssl base64 -A; fi
}

sha256() {
  if command -v sha256sum >/dev/null; then
    sha256sum
  elif command -v shasum >/dev/null; then
    shasum -a 256
  else
    openssl dgst -sha256 -r
  fi | cut -c 1-64
}

# bytes HEX
bytes() {
  for pair in $(printf '%s' "$1" | sed 's/../& /g'); do
    # shellcheck disable=SC2059 # the format is the byte
    printf "\\$(printf '%03o' "0x$pair")"
  done
}

# rabbitmq_hash PASSWORD [SALT]: as https://www.rabbitmq.com/docs/passwords tells: four bytes of salt before password
# and hash, SHA-256, base64
rabbitmq_hash() {
  salt=${2:-$(head -c 4 /dev/urandom | od -An -tx1 | tr -d ' \n')}
  hash=$({ bytes "$salt" && printf '%s' "$1"; } | sha256)
  bytes "$salt$hash" | base64_line
}

# From the two passwords. Each service may use the exchange and queues of the events, and nothing else.
make_rabbitmq_definitions() {
  may='"configure": "^(trading-events.*|DLX)$", "write": "^(trading-events.*|DLX)$", "read": "^(trading-events.*|DLX)$"'
  keep rabbitmq_definitions.json <<JSON
{
  "users": [
    {"name": "trader-engine", "password_hash": "$(rabbitmq_hash "$(cat "$secrets/rabbitmq_engine_password")")",
     "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": []},
    {"name": "telegram-notifier", "password_hash": "$(rabbitmq_hash "$(cat "$secrets/rabbitmq_notifier_password")")",
     "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": []}
  ],
  "vhosts": [{"name": "/"}],
  "permissions": [
    {"user": "trader-engine", "vhost": "/", $may},
    {"user": "telegram-notifier", "vhost": "/", $may}
  ]
}
JSON
}
