#!/bin/sh
# Changes the administrator's password: standard input holds the old and the new one, a line each. Where the server has the
# new one already, all is well.
set -eu
read -r old
read -r new
umask 077
trap 'rm -f /tmp/change.js' EXIT
cat >/tmp/change.js <<END_OF_SCRIPT
const admin = connect('mongodb://localhost:27017/admin?directConnection=true');
const knows = password => { try { return admin.auth('admin', password); } catch (e) { return false; } };
if (!knows('$new')) {
  admin.auth('admin', '$old');
  admin.changeUserPassword('admin', '$new');
}
END_OF_SCRIPT
mongosh --quiet --norc --nodb /tmp/change.js </dev/null
