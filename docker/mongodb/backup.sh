#!/bin/sh
# Writes all that the server holds, as of one moment, to standard output. No password stands on a command line.
set -eu
umask 077
printf 'uri: "mongodb://backup:%s@%s/?authSource=admin&directConnection=true"\n' \
  "$(cat /run/secrets/mongodb_backup_password)" "$MONGODB_HOST" >/tmp/dump.yml
exec mongodump --config=/tmp/dump.yml --oplog --archive --gzip
