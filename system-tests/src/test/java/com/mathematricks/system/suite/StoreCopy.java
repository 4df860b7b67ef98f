package com.mathematricks.system.suite;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/// All documents of a store at one moment, as a backup keeps them.
public final class StoreCopy {

    private final Instant takenAt = Instant.now();
    private final Map<String, List<Document>> documents = new TreeMap<>();

    public static StoreCopy of(MongoDatabase store) {
        var copy = new StoreCopy();
        for (String name : store.listCollectionNames().into(new ArrayList<>())) {
            copy.documents.put(name, store.getCollection(name).find().into(new ArrayList<>()));
        }
        return copy;
    }

    /// As if it had been there when the copy was taken.
    public void add(String collection, Document document) {
        documents.computeIfAbsent(collection, _ -> new ArrayList<>()).add(document);
    }

    /// In the order of their ids.
    public List<Document> journal() {
        return documents.getOrDefault("journal", List.of());
    }

    /// As a person puts a backup back: nothing else stays, and it is written down that it happened.
    public void putBack(MongoDatabase store) {
        store.listCollectionNames()
                .into(new ArrayList<>())
                .forEach(name -> store.getCollection(name).drop());
        documents.forEach((name, all) -> {
            if (!all.isEmpty()) {
                store.getCollection(name).insertMany(all);
            }
        });
        store.getCollection("stream_positions").deleteOne(new Document("_id", "restore"));
        store.getCollection("stream_positions")
                .insertOne(
                        new Document("_id", "restore")
                                .append("id", "restore-" + takenAt)
                                .append("at", Date.from(Instant.now()))
                                .append("backupTakenAt", Date.from(takenAt)));
    }
}
