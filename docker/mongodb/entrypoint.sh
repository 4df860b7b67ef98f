#!/bin/sh
# The server wants its key file owned by itself and readable by nobody else, which a mounted secret cannot be.
# The image's own entrypoint then makes the administrator on a fresh volume and starts the server.
set -eu
(umask 377 && rm -f /tmp/key-file && cp /run/secrets/mongodb_key_file /tmp/key-file)
exec docker-entrypoint.sh "$@" --keyFile /tmp/key-file
