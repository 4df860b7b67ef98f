#!/bin/sh
# Starts Alertmanager with the chat of .env in its configuration, which cannot read variables itself, and keeps the
# bot's token out of its log.
set -eu

# Of several the first.
chat=$(printf %s "${ALERT_CHAT:-}" | tr -d ' ' | cut -d , -f 1)
config=/tmp/alertmanager.yml

if [ ! -s /run/secrets/telegram_token ] || [ -z "$chat" ]; then
    echo "alerts reach nobody: secrets/telegram_token is empty, or .env names neither ALERT_CHAT nor TELEGRAM_CHATS. Grafana shows them." >&2
    cp /etc/alertmanager/nobody.yml "$config"
else
    case ${chat#-} in
        *[!0-9]* | '')
            echo "alerts reach nobody: ALERT_CHAT=$chat is no chat's number like 42 or -100123. Grafana shows them." >&2
            cp /etc/alertmanager/nobody.yml "$config" ;;
        *)
            sed -e "s/CHAT_ID/$chat/" -e "s#TELEGRAM_URL#${TELEGRAM_URL:-https://api.telegram.org}#" \
                /etc/alertmanager/alertmanager.yml >"$config" ;;
    esac
fi

# Where Telegram cannot be reached, the address with the token in it gets into the log: here it does not.
token=$(cat /run/secrets/telegram_token)
without_token() {
    while IFS= read -r line; do
        while [ -n "$token" ]; do
            case $line in *"$token"*) line="${line%%"$token"*}***${line#*"$token"}" ;; *) break ;; esac
        done
        printf '%s\n' "$line"
    done
}

rm -f /tmp/log
mkfifo /tmp/log
without_token </tmp/log &
exec /bin/alertmanager --config.file="$config" --storage.path=/alertmanager --cluster.listen-address= "$@" >/tmp/log 2>&1
