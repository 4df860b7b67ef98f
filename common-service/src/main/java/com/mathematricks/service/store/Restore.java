package com.mathematricks.service.store;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/// A backup that was put back. Whoever restores writes it down in `stream_positions`, before any
/// service starts; each service that has to do something about it remembers the id as done.
///
/// @param id another one each time
/// @param at when it was put back
/// @param backupTakenAt what came after this is in no store of ours
public record Restore(String id, Instant at, Instant backupTakenAt) {

    private static final String KEY = "restore";

    /// The last one; empty: nothing was ever put back here.
    ///
    /// Throws IllegalStateException where the document is not what it should be: then nobody can
    /// tell whether it is done.
    public static Optional<Restore> lastOf(MongoDatabase store) {
        Document found =
                store.getCollection(Collections.STREAM_POSITIONS)
                        .find(new Document("_id", KEY))
                        .first();
        return Optional.ofNullable(found).map(Restore::read);
    }

    private static Restore read(Document document) {
        if (document.get("id") instanceof String id
                && !id.isBlank()
                && document.get("at") instanceof Date at
                && document.get("backupTakenAt") instanceof Date takenAt) {
            return new Restore(id, at.toInstant(), takenAt.toInstant());
        }
        throw new IllegalStateException(
                "stream_positions 'restore' needs a text id and the dates at and backupTakenAt; it is "
                        + document.toJson());
    }
}
