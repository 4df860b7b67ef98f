#!/bin/sh
# What the images mongo and rabbitmq have under this name; here one file for both.
set -eu
case ${1:-} in
mongod)
    shift
    exec mongo-stand-in "$@"
    ;;
*) exec "$@" ;;
esac
