# shellcheck shell=bash
# Sourced by the scripts beside it.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -- "$here/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/mathematricks-trader
readonly here root cache
readonly debian=trixie
readonly compose_needed=2.24.4

say() { printf '%s: %s\n' "${0##*/}" "$*"; }

fail() {
    say "$@" >&2
    exit 1
}

# cached NAME RECIPE...: the file of this name that the recipes' present text made
cached() {
    local name=$1
    shift
    printf '%s/%s-%s\n' "$cache" "$name" "$(cat -- "$@" | sha256sum | cut -c 1-12)"
}

# make FILE COMMAND...: by the command, whose last argument is where to put it; one at a time, and never half
make() {
    local file=$1
    shift
    [[ ! -e $file ]] || return 0
    mkdir -p -- "${file%/*}"
    local lock
    exec {lock}>"$cache/lock"
    flock "$lock"
    if [[ ! -e $file ]]; then
        say "making ${file##*/} (log: $file.log)"
        "$@" "$file.new" &>"$file.log" || fail "${file##*/} could not be made; its last lines (all in $file.log):"$'\n'"$(tail -n 20 "$file.log")"
        mv -T -- "$file.new" "$file"
        rm -f -- "$file.log"
    fi
    exec {lock}>&-
}

at_least() { [[ $(printf '%s\n' "$1" "$2" | sort --version-sort | head -n 1) == "$1" ]]; }
