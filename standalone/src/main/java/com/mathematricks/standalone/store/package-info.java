/// The store inside the standalone suite: a server of the MongoDB wire protocol in this JVM, on
/// mongo-java-server for commands, queries and updates and on H2's MVStore for the file. What the
/// library lacks and our services rely on is here: writes that are on disk before they are
/// answered, ordered indexes, change streams that wake at once, `hello`, cursors by batch, and
/// plain words when the folder is in use, damaged or full.
///
/// It listens on 127.0.0.1 only and has **no authentication**: whoever may open a connection on
/// this machine may read and write everything. Sessions, transactions, partial and expiring
/// indexes, renaming of collections and unacknowledged writes (`w: 0`) are not there.
@NullMarked
package com.mathematricks.standalone.store;

import org.jspecify.annotations.NullMarked;
