# shellcheck shell=bash
# Sourced by the scripts beside it.
set -euo pipefail
umask 077

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly secantus_version=0.5.3-beta.193

say() { printf '%s: %s\n' "${0##*/}" "$*"; }

fail() {
    say "$@" >&2
    exit 1
}

# python3-pymongo is the client that creates MongoDB's users.
missing_packages() {
    local package
    for package in rabbitmq-server python3-pymongo; do
        [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
    done
}

secantus_home() {
    local recipe
    recipe=$(sha256sum <"$here/build-secantus-mdb")
    printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/mathematricks-trader/secantus-mdb-$secantus_version-${recipe:0:12}"
}

# The folder that the other scripts were given, with what `start` wrote into it.
open_dir() {
    [[ $# -ge 1 && -n $1 ]] || fail "give the folder that was given to start (or that it printed)"
    dir=$(realpath -m -- "$1")
    [[ -f $dir/env ]] || return 1
    # shellcheck source=/dev/null
    . "$dir/env"
}

known_server() { [[ ${1-} == mongodb || ${1-} == rabbitmq ]] || fail "say which: ${0##*/} DIR mongodb|rabbitmq"; }

# wait_for SECONDS COMMAND...: false when the time is up
wait_for() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || return 1
        sleep 0.05
    done
}

accepts() { (: <>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Each server runs in a folder of its own, so a pid that was given to another process since is not taken for it.
is_running() {
    local pid
    pid=$(cat "$dir/$1/pid" 2>/dev/null) && [[ /proc/$pid/cwd -ef $dir/$1 ]]
}

is_gone() { ! is_running "$1"; }

# end SERVER SIGNAL SECONDS: false when it still runs
end() {
    if is_running "$1"; then
        kill -s "$2" "$(<"$dir/$1/pid")" 2>/dev/null || true
        wait_for "$3" is_gone "$1"
    fi
}

end_kindly() {
    end "$1" TERM 20 || end "$1" KILL 5 || fail "$1 (process $(<"$dir/$1/pid")) does not end"
    rm -f -- "$dir/$1/pid"
}

write_pids() {
    local server
    sed '/_PID=/d' "$dir/env" >"$dir/env.new"
    for server in mongodb rabbitmq; do
        printf 'export %s_PID=%s\n' "${server^^}" "$(cat "$dir/$server/pid" 2>/dev/null)" >>"$dir/env.new"
    done
    mv -- "$dir/env.new" "$dir/env"
}

# launch SERVER PORT [NAME=value...] COMMAND...: in a session of its own, to outlive the shell, with no environment but this
launch() {
    local server=$1 port=$2
    shift 2
    ! accepts "$port" || fail "port $port of $server is taken by another process: end that one, or start in a new folder"
    (
        cd -- "$dir/$server"
        setsid env -i PATH="$PATH" HOME="$PWD" "$@" </dev/null >>log 2>&1 &
        echo $! >pid
    )
}

is_gone_or() {
    local server=$1
    shift
    is_gone "$server" || "$@"
}

# await SERVER CONDITION...
await() {
    local server=$1
    wait_for 60 is_gone_or "$@" || fail "$server is not ready after 60 s: see $dir/$server/log"
    is_running "$server" || fail "$server ended; the last lines of $dir/$server/log:"$'\n'"$(tail -n 5 "$dir/$server/log")"
}

run_secantus() {
    launch mongodb "$MONGODB_PORT" "$(secantus_home)/bin/secantusd-rs" \
        --host 127.0.0.1 --port "$MONGODB_PORT" --sync-on-commit --cache-size 256M --storage-path "$@"
    await mongodb accepts "$MONGODB_PORT"
}

start_mongodb() {
    local data=$dir/mongodb/data
    # The server has no localhost exception: its users come into being on a first run without --auth.
    if [[ ! -d $data ]]; then
        rm -rf -- "$data.new"
        run_secantus "$data.new"
        "$here/create-users.py" || fail "MongoDB's users could not be created (see above)"
        end_kindly mongodb
        mv -- "$data.new" "$data"
    fi
    run_secantus "$data" --auth
}

# The broker answers AMQP's first eight bytes with a method frame, type 1.
greets() {
    local connection answer
    exec {connection}<>"/dev/tcp/127.0.0.1/$1"
    printf 'AMQP\0\0\11\1' >&"$connection"
    read -r -N 1 -t 5 answer <&"$connection" && [[ $answer == $'\1' ]]
}

greets_quietly() { (greets "$1") 2>/dev/null; }

launch_rabbitmq() {
    local script home=$dir/rabbitmq
    script=$(dpkg-query --listfiles rabbitmq-server | grep '/lib/rabbitmq/bin/rabbitmq-server$')
    # An epmd of our own: a shared one listens on every address, and belongs to whoever started it.
    if is_gone epmd; then
        launch epmd "$RABBITMQ_EPMD_PORT" epmd -address 127.0.0.1 -port "$RABBITMQ_EPMD_PORT"
        await epmd accepts "$RABBITMQ_EPMD_PORT"
    fi
    # RUNNING_UNDER_SYSTEMD makes the script become the broker, instead of a shell that waits for it.
    launch rabbitmq "$RABBITMQ_PORT" \
        RUNNING_UNDER_SYSTEMD=true \
        ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$RABBITMQ_EPMD_PORT" \
        RABBITMQ_NODENAME="mathematricks-$RABBITMQ_PORT@localhost" \
        RABBITMQ_DIST_PORT="$RABBITMQ_DIST_PORT" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" \
        RABBITMQ_CONF_ENV_FILE="$home/rabbitmq-env.conf" \
        RABBITMQ_CONFIG_FILE="$home/rabbitmq.conf" \
        RABBITMQ_ENABLED_PLUGINS_FILE="$home/enabled_plugins" \
        RABBITMQ_MNESIA_BASE="$home/data" \
        RABBITMQ_LOG_BASE="$home/logs" \
        "$script"
}

await_rabbitmq() { await rabbitmq greets_quietly "$RABBITMQ_PORT"; }

start_rabbitmq() {
    launch_rabbitmq
    await_rabbitmq
}
