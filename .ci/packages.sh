# shellcheck shell=bash
# Sourced by the scripts that install; they bring say and fail.

# Installs Debian packages without starting the services that they bring.
add_packages() {
    [[ $EUID == 0 ]] || fail "needs root to install $* : run 'apt-get install --no-install-recommends $*' as root first"
    say "installing Debian's $*"
    local shims status=0
    shims=$(mktemp -d)
    chmod 755 "$shims"
    local command
    for command in invoke-rc.d deb-systemd-invoke; do
        printf '#!/bin/sh\nexit 0\n' >"$shims/$command"
        chmod 755 "$shims/$command"
    done
    {
        apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
                -o DPkg::Path="$shims:/usr/sbin:/usr/bin:/sbin:/bin" "$@" >/dev/null
    } || status=$?
    rm -rf -- "$shims"
    [[ $status == 0 ]] || fail "apt-get could not install $* (see above)"
}
