package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a document, or to a whole collection (`DROP`). `position` orders all
/// changes of a run; `number` is the command that made it, see [GroupCommit].
@SuppressWarnings("ArrayRecordComponent") // never compared
record Change(
        long position,
        long number,
        Kind kind,
        String database,
        String collection,
        @Nullable Object id,
        byte @Nullable [] document) {

    enum Kind {
        INSERT,
        UPDATE,
        REPLACE,
        DELETE,
        DROP
    }

    /// Bytes in memory, roughly; the document's are shared with the cache for a while only.
    int size() {
        return 100 + (document == null ? 0 : document.length);
    }

    boolean isIn(String watchedDatabase, @Nullable String watchedCollection) {
        return database.equals(watchedDatabase)
                && (watchedCollection == null || collection.equals(watchedCollection));
    }

    /// What a change stream shows. An update carries the document as it was after it; which fields
    /// changed is not told.
    Document event(Document token, boolean withDocument) {
        Document event =
                new Document("_id", token)
                        .append("operationType", kind.name().toLowerCase(Locale.ROOT))
                        .append("clusterTime", new BsonTimestamp(position))
                        .append("ns", new Document("db", database).append("coll", collection));
        if (kind != Kind.DROP) {
            event.append("documentKey", new Document("_id", id));
        }
        if (document != null && (withDocument || kind != Kind.UPDATE)) {
            event.append("fullDocument", Bson.decode(document));
        }
        return event;
    }
}
