# ./trader down
# shellcheck shell=sh disable=SC2154

usage_down() {
  cat <<'TEXT'
Usage: ./trader down

Stops the suite and removes its containers and networks. All data, settings and secrets stay; ./trader up goes on from there.
TEXT
}

command_down() {
  [ $# -eq 0 ] || fail "down takes no flags, and keeps all data. To remove the data for ever: docker compose down --volumes"
  require_docker
  require_initialised
  compose down --remove-orphans
}
