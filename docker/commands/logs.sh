# ./trader logs
# shellcheck shell=sh disable=SC2154

usage_logs() {
  cat <<'TEXT'
Usage: ./trader logs [SERVICE...] [FLAGS]

Shows the last 200 lines that the services logged, of all or of some: mongodb, rabbitmq, store-setup, trader-engine,
signal-collector, telegram-notifier, dashboard, caddy.

  --follow, -f        goes on as they log more
  --tail N            the last N lines of each, or all
  --since TIME        for example 2h, or 2026-01-31T10:00:00Z
TEXT
}

command_logs() {
  require_docker
  require_initialised
  compose logs --tail 200 "$@"
}
