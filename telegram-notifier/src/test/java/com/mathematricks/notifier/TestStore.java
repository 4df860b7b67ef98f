package com.mathematricks.notifier;

import com.mathematricks.service.store.Collections;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An empty store: the database that `MONGODB_URI` names, else one in memory.
public final class TestStore implements AutoCloseable {

    private static final List<String> USED =
            List.of(
                    Collections.NOTIFICATIONS,
                    Collections.CHATS,
                    Collections.STREAM_POSITIONS,
                    Collections.CONTROL_COMMANDS,
                    Collections.SERVICE_STATUS,
                    Collections.PNL_HISTORY,
                    Collections.STRATEGIES,
                    Collections.ACCOUNTS,
                    Collections.POSITIONS,
                    Collections.ORDERS,
                    Collections.TRADING_STATES,
                    Collections.TRADING_SIGNALS,
                    Collections.SIGNAL_DECISIONS);

    private final @Nullable MongoServer server;
    private final MongoClient client;
    private final MongoDatabase database;

    private TestStore(@Nullable MongoServer server, String uri) {
        this.server = server;
        this.client = MongoClients.create(uri);
        this.database =
                client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()));
        clear();
    }

    public static TestStore open() {
        String given = System.getenv("MONGODB_URI");
        if (given != null) {
            return new TestStore(null, given);
        }
        var server = new MongoServer(new MemoryBackend());
        return new TestStore(server, server.bindAndGetConnectionString() + "/notifier");
    }

    public MongoDatabase database() {
        return database;
    }

    private void clear() {
        USED.forEach(name -> database.getCollection(name).deleteMany(new Document()));
    }

    @Override
    public void close() {
        clear();
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
