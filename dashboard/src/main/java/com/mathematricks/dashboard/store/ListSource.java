package com.mathematricks.dashboard.store;

import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Where lists are read, and how their newest end is found.
public record ListSource(MongoDatabase database, Clock clock) {

    /// How far a service says that it has numbered: near the newest number, seldom above it.
    ///
    /// @return 0 where it has not said so
    long counter(String service) {
        @Nullable Document position =
                database.getCollection(Collections.STREAM_POSITIONS)
                        .find(new Document("_id", service))
                        .first();
        return position != null && position.get("sequence") instanceof Number number
                ? number.longValue()
                : 0;
    }
}
