# ./trader backup
# shellcheck shell=sh disable=SC2154

usage_backup() {
  cat <<'TEXT'
Usage: ./trader backup [FILE]

Writes all data into one file (mode 600), as of one moment, while trading goes on. Default: backups/mathematricks-TIME.archive.gz,
with the time in UTC; into a folder, the file gets that name. Keep it, and a copy of secrets/, on another machine.
TEXT
}

command_backup() {
  [ $# -le 1 ] || wrong_usage backup "$2"
  case ${1:-} in -*) wrong_usage backup "$1" ;; esac
  require_docker
  require_initialised
  require_own_mongodb
  # What comes after this moment may be in it; what was before is.
  name=mathematricks-$(date -u +%Y%m%dT%H%M%SZ).archive.gz
  file=${1:-$home/backups/$name}
  [ ! -d "$file" ] || file=${file%/}/$name
  [ ! -e "$file" ] || fail "$file is there already; a backup never overwrites"
  umask 077
  mkdir -p -- "$(dirname -- "$file")" || exit 1
  : >"$file.part" || fail "cannot write to the folder of $file"
  trap 'rm -f -- "$file.part" "$file.log"' EXIT
  trap 'exit 130' INT TERM
  if ! compose run --rm -T --no-deps backup </dev/null >"$file.part" 2>"$file.log"; then
    tail -n 10 "$file.log" >&2
    fail 'the backup failed, for the reason above. Is MongoDB up (docker compose ps)?'
  fi
  gzip -t "$file.part" 2>/dev/null || fail 'the backup is not whole: is the disk full?'
  mv -- "$file.part" "$file"
  printf '%s\n' "$file"
  say "$(wc -c <"$file" | awk '{ printf "%.1f", $1 / 1048576 }') MiB. The secrets are not in it. Keep them apart and encrypted, for example:
tar -C '$home' -czf - secrets .env strategies.yml | gpg --symmetric --output trader-secrets.tgz.gpg"
}

require_own_mongodb() {
  ! uses docker/atlas.yml || fail 'the data are at Atlas, which makes and restores backups itself'
}
