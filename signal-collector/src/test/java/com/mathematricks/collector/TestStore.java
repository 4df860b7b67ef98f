package com.mathematricks.collector;

import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// A database of its own for a test: on the server that `MONGODB_URI` names, else in memory.
public final class TestStore implements AutoCloseable {

    private final @Nullable MongoServer server;
    private final MongoClient client;
    private final String uri;
    private final MongoDatabase database;

    public TestStore() {
        String given = System.getenv("MONGODB_URI");
        if (given == null) {
            server = new MongoServer(new MemoryBackend());
            server.enableOplog();
            var address = server.bind();
            uri = "mongodb://127.0.0.1:" + address.getPort() + "/collector_test";
            client = MongoClients.create(uri);
            database = client.getDatabase("collector_test");
        } else {
            server = null;
            client = MongoClients.create(given);
            String stated = String.valueOf(new ConnectionString(given).getDatabase());
            String name =
                    permitted("collector_" + UUID.randomUUID().toString().substring(0, 8), stated);
            uri = given.replace("/" + stated, "/" + name);
            database = client.getDatabase(name);
            drop();
        }
    }

    /// A name of our own where the user may have one, else the one that it was given.
    private String permitted(String wanted, String stated) {
        try {
            client.getDatabase(wanted).getCollection("probe").insertOne(new Document());
            client.getDatabase(wanted).getCollection("probe").drop();
            return wanted;
        } catch (MongoException e) {
            return stated;
        }
    }

    public String uri() {
        return uri;
    }

    public MongoDatabase database() {
        return database;
    }

    public MongoCollection<Document> signals() {
        return database.getCollection(Collections.TRADING_SIGNALS);
    }

    public void add(StrategySettings strategy) {
        database.getCollection(Collections.STRATEGIES)
                .replaceOne(
                        new Document("_id", strategy.name().value()),
                        Documents.of(strategy).append("_id", strategy.name().value()),
                        new ReplaceOptions().upsert(true));
    }

    /// In the order of their numbers.
    public List<Document> signals(Bson filter) {
        return signals()
                .find(filter)
                .sort(new Document("intake.sequence", 1))
                .into(new ArrayList<>());
    }

    public List<Document> signalsOf(String strategy) {
        return signals(new Document("intake.strategy", strategy));
    }

    public static Document intake(Document signal) {
        return signal.get("intake", Document.class);
    }

    public static String status(Document signal) {
        return signal.get("intake") instanceof Document intake
                ? String.valueOf(intake.getString("status"))
                : "UNSEEN";
    }

    private void drop() {
        List.of(
                        Collections.TRADING_SIGNALS,
                        Collections.STRATEGIES,
                        Collections.STREAM_POSITIONS,
                        Collections.WEBHOOK_REQUESTS,
                        Collections.SERVICE_STATUS)
                .forEach(name -> database.getCollection(name).drop());
    }

    @Override
    public void close() {
        if (server == null) {
            drop();
        }
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
