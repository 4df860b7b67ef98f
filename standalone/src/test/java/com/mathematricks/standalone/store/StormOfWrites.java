package com.mathematricks.standalone.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import org.bson.Document;

/// A process that writes without end and prints each write once it is answered: to be killed.
final class StormOfWrites {

    static final int WRITERS = 3;
    private static final String PADDING = "x".repeat(600);

    private StormOfWrites() {}

    /// Arguments: the folder and the number of the round.
    public static void main(String[] arguments) throws InterruptedException {
        int round = Integer.parseInt(arguments[1]);
        // Neither is closed: the process ends by being killed.
        EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]), 0);
        MongoClient client = MongoClients.create(store.uri());
        MongoCollection<Document> signals =
                client.getDatabase("test").getCollection("trading_signals");
        signals.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        signals.createIndex(Indexes.ascending("writer", "n"));
        MongoCollection<Document> counters = client.getDatabase("test").getCollection("counters");
        for (int i = 0; i < WRITERS; i++) {
            String writer = round + "/" + i;
            Thread.ofPlatform().start(() -> write(signals, counters, writer));
        }
        Thread.currentThread().join();
    }

    private static void write(
            MongoCollection<Document> signals, MongoCollection<Document> counters, String writer) {
        for (int n = 0; ; n++) {
            signals.insertOne(
                    new Document("_id", writer + "/" + n)
                            .append("key", Integer.toHexString(n * 0x9E3779B9) + writer)
                            .append("writer", writer)
                            .append("n", n)
                            .append("padding", PADDING));
            counters.updateOne(
                    eq("_id", writer), Updates.inc("n", 1), new UpdateOptions().upsert(true));
            synchronized (StormOfWrites.class) {
                System.out.println(writer + " " + n);
                System.out.flush();
            }
        }
    }
}
