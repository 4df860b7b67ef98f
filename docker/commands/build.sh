# ./trader build
# shellcheck shell=sh disable=SC2120,SC2154

usage_build() {
  cat <<'TEXT'
Usage: ./trader build

Builds the images of the services from these sources and gives them to the Docker engine of this machine, as
mathematricks/SERVICE:latest. With a JDK 25 of this machine, or without one inside a container that has it.
The environment variable MAVEN_ARGS adds flags for Maven.
TEXT
}

image_modules=trader-engine,signal-collector,telegram-notifier,dashboard,docker/store-setup

command_build() {
  [ $# -eq 0 ] || wrong_usage build "$1"
  require_docker
  revision=$(git -C "$home" rev-parse HEAD 2>/dev/null) || revision=unknown
  log=$home/target/images.log
  mkdir -p -- "$home/target"
  jdk=$(find_jdk)
  if [ -n "$jdk" ]; then
    say "Building the images; the first time takes some minutes. The log is $log"
    (cd -- "$home" && JAVA_HOME=$jdk ./mvnw -B -ntp -Pimages -Dimage.revision="$revision" -pl "$image_modules" -am package) \
      >"$log" 2>&1 || build_failed
  else
    say "Building the images in a container, for want of a JDK 25 here; the first time takes some minutes. The log is $log"
    build_in_container >"$log" 2>&1 || build_failed
  fi
  for image in $our_images; do say "  mathematricks/$image:latest"; done
}

build_failed() {
  grep '^\[ERROR\]' "$log" | head -n 10 >&2 || tail -n 10 "$log" >&2
  fail "the images could not be built; all of it is in $log"
}

# It has no Docker client: what it makes are files, which are then loaded here.
build_in_container() {
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/mathematricks-trader/maven
  mkdir -p -- "$cache"
  docker run --rm --init --user "$(id -u):$(id -g)" --volume "$home:/build" --volume "$cache:/maven" --workdir /build \
    --env HOME=/maven --env MAVEN_USER_HOME=/maven --env "MAVEN_ARGS=${MAVEN_ARGS:-}" \
    "${BUILD_IMAGE:-eclipse-temurin:25-jdk}" ./mvnw -B -ntp -Dmaven.repo.local=/maven/repository \
    -Pimages -Dimage.goal=buildTar -Dimage.revision="$revision" -pl "$image_modules" -am package </dev/null || return
  for module in $(printf '%s' "$image_modules" | tr ',' ' '); do
    docker load --input "$home/$module/target/jib-image.tar" || return
  done
}
