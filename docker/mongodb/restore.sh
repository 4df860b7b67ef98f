#!/bin/sh
# Replaces the suite's database by the archive on standard input. The database goes as a whole, so that nothing newer
# than the archive stays; users are not dropped, so that the passwords of now hold and not those of the archive.
set -eu
umask 077
server="mongodb://admin:$(cat /run/secrets/mongodb_admin_password)@$MONGODB_HOST"
options='authSource=admin&directConnection=true'
printf 'uri: "%s/?%s"\n' "$server" "$options" >/tmp/restore.yml
cat >/tmp/drop.js <<END_OF_SCRIPT
connect('$server/mathematricks_trader?$options').dropDatabase({w: 'majority'});
END_OF_SCRIPT
mongosh --quiet --norc --nodb /tmp/drop.js </dev/null >&2
exec mongorestore --config=/tmp/restore.yml --oplogReplay --stopOnError --archive --gzip
