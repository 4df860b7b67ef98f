package com.mathematricks.engine.store;

import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;

/// How far each reader of the journal has come.
public final class StreamPositions {

    private final MongoCollection<Document> positions;

    public StreamPositions(MongoDatabase store) {
        this.positions = store.getCollection(Collections.STREAM_POSITIONS);
    }

    /// The last sequence that was dealt with; 0 before the first.
    public long of(String reader) {
        Document found = positions.find(Filters.eq("_id", reader)).first();
        return found == null ? 0 : found.getLong("sequence");
    }

    public void store(String reader, long sequence) {
        positions.replaceOne(
                Filters.eq("_id", reader),
                new Document("_id", reader).append("sequence", sequence),
                new ReplaceOptions().upsert(true));
    }
}
