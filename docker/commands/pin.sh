# ./trader pin
# shellcheck shell=sh disable=SC2154

usage_pin() {
  cat <<'TEXT'
Usage: ./trader pin

Looks up the digest of every image at its registry, writes them to docker/images.lock, and puts docker-compose.prod.yml among
the compose files: from then on exactly these images run, whatever a tag comes to mean. Run it again after each change
of a version in .env, then ./trader up.

To take it back, take docker-compose.prod.yml and the other files that end in prod.yml out of COMPOSE_FILE in .env.
TEXT
}

lock=$home/docker/images.lock

command_pin() {
  [ $# -eq 0 ] || wrong_usage pin "$1"
  require_docker
  require_initialised
  registry=$(setting TRADER_REGISTRY)
  [ "$registry" != mathematricks ] || fail 'TRADER_REGISTRY is mathematricks: such images are built on this machine, and a digest is what a registry
gives. Write the registry of a release and its version into .env (TRADER_REGISTRY, TRADER_VERSION), then run this again'
  umask 022
  (
    echo '# Written by ./trader pin; docker-compose.prod.yml takes each image from here.'
    echo 'services:'
    uses docker/atlas.yml || pinned mongodb "$(setting MONGO_IMAGE)"
    pinned rabbitmq "$(setting RABBITMQ_IMAGE)"
    for image in $our_images; do pinned "$image" "$registry/$image:$(setting TRADER_VERSION)"; done
    pinned caddy "$(setting CADDY_IMAGE)"
    ! uses docker/monitoring.yml || {
      pinned prometheus "$(setting PROMETHEUS_IMAGE)"
      pinned alertmanager "$(setting ALERTMANAGER_IMAGE)"
      pinned grafana "$(setting GRAFANA_IMAGE)"
    }
  ) >"$lock.new" || {
    rm -f -- "$lock.new"
    exit 1
  }
  mv -f -- "$lock.new" "$lock"
  add_file docker-compose.prod.yml
  { ! uses docker/edge.yml && ! uses docker/edge-http.yml; } || add_file docker/edge.prod.yml
  ! uses docker/monitoring.yml || add_file docker/monitoring.prod.yml
  compose config --quiet
  say 'The images are pinned in docker/images.lock. ./trader up brings them into force.'
}

# pinned SERVICE IMAGE
pinned() {
  found=$(digest "$2") || fail "no digest of $2: its registry did not tell one, and this machine has not pulled it.
$(printf '%s' "$found" | tail -n 2)
Can this machine reach the registry, and does the image exist? Nothing was changed."
  say "  $2 is $found"
  printf '  %s: {image: "%s@%s"}\n' "$1" "${2%@*}" "$found"
}

# digest IMAGE: of the index over all architectures, else as this machine pulled it
digest() {
  if found=$(docker buildx imagetools inspect --format '{{.Manifest.Digest}}' "$1" 2>&1) && is_digest "$found"; then
    printf '%s\n' "$found"
    return
  fi
  pulled=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$1" 2>/dev/null |
    sed -n 's/.*@//p' | head -n 1)
  if is_digest "$pulled"; then
    printf '%s\n' "$pulled"
    return
  fi
  printf '%s\n' "$found"
  return 1
}

is_digest() { printf '%s\n' "$1" | grep -qxE 'sha256:[0-9a-f]{64}'; }
