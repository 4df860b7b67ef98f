package com.mathematricks.setup;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/// Tells the services that the database is a backup's: what was traded since is unknown to it.
///
/// @param id of this restore and of no other
record RestoreMark(String id, Instant at, Instant backupTakenAt) {

    static final String COLLECTION = "stream_positions";

    void write(Server server) {
        var mark =
                new Document("_id", "restore")
                        .append("id", id)
                        .append("at", Date.from(at))
                        .append("backupTakenAt", Date.from(backupTakenAt));
        var update =
                new Document("q", new Document("_id", "restore"))
                        .append("u", mark)
                        .append("upsert", true);
        Document answer =
                server.run(
                        Roles.DATABASE,
                        new Document("update", COLLECTION)
                                .append("updates", List.of(update))
                                .append(
                                        "writeConcern",
                                        new Document("w", "majority").append("j", true)));
        // A refused write is no refused command.
        if (answer.containsKey("writeErrors") || answer.containsKey("writeConcernError")) {
            throw new SetupFailedException("the mark of the restore was not written: " + answer);
        }
    }
}
