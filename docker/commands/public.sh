# ./trader run --public: a tunnel from the internet to the webhook of the suite on this machine.
# shellcheck shell=sh disable=SC2154

# run_public COMMAND...: that is the suite's, with its flags; both end together
run_public() {
  port=8502 bind=127.0.0.1 word_before=
  for word in "$@"; do
    case $word_before in
      --webhook-port) port=$word ;;
      --bind) [ "$word" = 0.0.0.0 ] || bind=$word ;;
    esac
    word_before=$word
  done
  case $port in '' | 0 | *[!0-9]*) fail "--public needs a webhook port that is known: --webhook-port 8502" ;; esac
  if command -v cloudflared >/dev/null; then
    program=cloudflared
  elif command -v ngrok >/dev/null; then
    program=ngrok
  else
    fail "--public needs cloudflared or ngrok on this machine, and there is neither. Install one, then run this again:
https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/downloads/ (needs no account)
https://ngrok.com/download (needs a free account)"
  fi
  folder=$(mktemp -d)
  tunnel='' suite=''
  trap end_both EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  start_tunnel
  wait_for_address
  say "Public webhook address: $address/webhook
Put that and the strategy's key (webhook.key in the file credentials) into TradingView's alert, as $address/webhook/KEY.
It is another one at each start. The dashboard stays on this machine."
  "$@" &
  suite=$!
  # Whichever ends first ends the other; the suite's outcome is that of this command.
  while kill -0 "$suite" 2>/dev/null; do
    if ! kill -0 "$tunnel" 2>/dev/null; then
      tail -n 5 "$folder/log" >&2
      fail "$program ended, for the reason above; the suite ends too"
    fi
    sleep 1
  done
  wait "$suite"
}

start_tunnel() {
  case $program in
    cloudflared) cloudflared tunnel --no-autoupdate --url "http://$bind:$port" >"$folder/log" 2>&1 & ;;
    ngrok) ngrok http "http://$bind:$port" --log stdout --log-format logfmt >"$folder/log" 2>&1 & ;;
  esac
  tunnel=$!
}

wait_for_address() {
  address='' tries=0
  while [ -z "$address" ]; do
    address=$(sed -n -e 's/.*\(https:\/\/[a-z0-9-]*\.trycloudflare\.com\).*/\1/p' \
      -e 's/.* url=\(https:\/\/[^ ]*\).*/\1/p' "$folder/log" | grep -v '://api\.' | head -n 1)
    [ -z "$address" ] || return 0
    tries=$((tries + 1))
    if [ "$tries" -gt 30 ] || ! kill -0 "$tunnel" 2>/dev/null; then
      tail -n 5 "$folder/log" >&2
      fail "$program gave no public address; what it said last is above"
    fi
    sleep 1
  done
}

end_both() {
  trap '' INT TERM HUP
  for child in $suite $tunnel; do
    kill "$child" 2>/dev/null || continue
    wait "$child" 2>/dev/null || true
  done
  rm -rf -- "$folder"
}
