#!/usr/bin/python3
"""Creates the users of the URIs in the environment, on a server that runs without authentication yet."""

# Debian's own Python, because Debian's pymongo is for that one.

import os

from pymongo import MongoClient, uri_parser

admin, trader, stranger = (
    # Debian's pymongo is older than the option that only the Java driver needs.
    uri_parser.parse_uri(os.environ[name].replace("&serverMonitoringMode=poll", ""))
    for name in ("MONGODB_ADMIN_URI", "MONGODB_URI", "MONGODB_STRANGER_URI")
)
server = MongoClient(*admin["nodelist"][0], serverSelectionTimeoutMS=30_000).admin


def create(user, roles):
    server.command("createUser", user["username"], pwd=user["password"], roles=roles)


def owner_of(database):
    return [{"role": role, "db": database} for role in ("readWrite", "dbAdmin")]


create(admin, [{"role": "root", "db": "admin"}])
create(trader, owner_of(trader["database"]))
create(stranger, owner_of(stranger["database"]))
