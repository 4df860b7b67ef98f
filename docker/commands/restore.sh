# ./trader restore
# shellcheck shell=sh disable=SC2154

usage_restore() {
  cat <<'TEXT'
Usage: ./trader restore FILE [--yes] [--taken TIME]

Replaces all data by those of a backup. The services are stopped for it and started again; all accounts are then HALTED
until you have compared them with the broker and accepted them, and signals without an outcome are traded only by
your word.

  --yes               do not ask
  --taken TIME        when the backup was made, like 2026-01-31T10:00:00Z, where its name does not tell
TEXT
}

# shellcheck source=docker/commands/up.sh
. "$home/docker/commands/up.sh"
# shellcheck source=docker/commands/backup.sh
. "$home/docker/commands/backup.sh"

command_restore() {
  file='' yes='' taken=''
  while [ $# -gt 0 ]; do
    case $1 in
      --yes) yes=yes ;;
      --taken)
        [ $# -gt 1 ] || fail 'tell the time: --taken 2026-01-31T10:00:00Z'
        taken=$2
        shift
        ;;
      --taken=*) taken=${1#--taken=} ;;
      -*) wrong_usage restore "$1" ;;
      *)
        [ -z "$file" ] || wrong_usage restore "$1"
        file=$1
        ;;
    esac
    shift
  done
  [ -n "$file" ] || fail 'name the backup: ./trader restore FILE'
  [ -r "$file" ] || fail "there is no backup $file, or it cannot be read"
  gzip -t "$file" 2>/dev/null || fail "$file is no whole backup"
  [ -n "$taken" ] || taken=$(time_of_name "$file")
  [ -n "$taken" ] || fail "the name of $file does not tell when it was made: add --taken TIME"
  printf '%s\n' "$taken" | grep -qE '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$' ||
    fail "--taken $taken: a time like 2026-01-31T10:00:00Z is needed"
  require_docker
  require_initialised
  require_own_mongodb
  confirm
  # `up` refuses as long as this is there.
  printf '%s --taken %s\n' "$file" "$taken" >"$unfinished_restore"
  say 'Stopping the services'
  # shellcheck disable=SC2086 # a list of words
  compose stop $our_services
  compose up --detach --wait --wait-timeout 300 mongodb || fail 'MongoDB does not start; ./trader logs mongodb tells why'
  # On an empty volume, what the database needs before anything.
  compose run --rm -T --no-deps store-setup </dev/null || restore_failed 'preparing the database'
  say "Restoring $file"
  compose run --rm -T --no-deps restore <"$file" || restore_failed 'restoring the data'
  compose run --rm -T --no-deps store-setup restored "$taken" </dev/null || restore_failed 'marking the data as restored'
  rm -f -- "$unfinished_restore"
  start
  say "
Restored as of $taken. What came after that is unknown here. All accounts are HALTED: compare each with the broker and accept
it on the dashboard's page Control; signals without an outcome wait for your word on the page Signals."
}

restore_failed() {
  fail "$1 failed, for the reason above. The services stay stopped, so nothing is traded; when the cause is gone, run this again"
}

# Of the name that `backup` gives.
time_of_name() {
  basename -- "$1" | sed -n \
    's/.*\([0-9]\{4\}\)\([0-9][0-9]\)\([0-9][0-9]\)T\([0-9][0-9]\)\([0-9][0-9]\)\([0-9][0-9]\)Z.*/\1-\2-\3T\4:\5:\6Z/p'
}

confirm() {
  [ -z "$yes" ] || return 0
  say "This removes all data of now and takes those of $taken. Orders that are at a broker stay there; the suite will not know
those that came later. To go on, type the word restore:"
  read -r answer || answer=
  [ "$answer" = restore ] || fail 'nothing was done'
}
