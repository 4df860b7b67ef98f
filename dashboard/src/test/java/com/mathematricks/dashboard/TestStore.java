package com.mathematricks.dashboard;

import com.mathematricks.service.store.Collections;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An empty store: the server that `MONGODB_URI` names, else one in memory.
public final class TestStore implements AutoCloseable {

    private static final List<String> USED =
            List.of(
                    Collections.TRADING_SIGNALS,
                    Collections.SIGNAL_DECISIONS,
                    Collections.ORDERS,
                    Collections.FILLS,
                    Collections.POSITIONS,
                    Collections.ACCOUNTS,
                    Collections.TRADING_STATES,
                    Collections.JOURNAL,
                    Collections.PNL_HISTORY,
                    Collections.BACKTESTS,
                    Collections.STRATEGIES,
                    Collections.ACCOUNT_SETTINGS,
                    Collections.SERVICE_STATUS,
                    Collections.WEBHOOK_REQUESTS,
                    Collections.CONTROL_COMMANDS,
                    Collections.PNL_HISTORY,
                    Collections.NOTIFICATIONS);

    private final @Nullable MongoServer server;
    private final String uri;
    private final MongoClient client;

    private TestStore(@Nullable MongoServer server, String uri) {
        this.server = server;
        this.uri = uri;
        this.client = MongoClients.create(uri);
    }

    public static TestStore open() {
        String given = System.getenv("MONGODB_URI");
        TestStore store = given == null ? inMemory() : new TestStore(null, given);
        store.empty();
        return store;
    }

    public static TestStore inMemory() {
        var server = new MongoServer(new MemoryBackend());
        return on(server, server.bind());
    }

    /// In memory, at an address that is free.
    public static TestStore inMemoryAt(InetSocketAddress address) {
        var server = new MongoServer(new MemoryBackend());
        server.bind(address.getHostString(), address.getPort());
        return on(server, address);
    }

    private static TestStore on(MongoServer server, InetSocketAddress address) {
        return new TestStore(server, uri(address));
    }

    public static String uri(InetSocketAddress address) {
        return "mongodb://127.0.0.1:" + address.getPort() + "/trader_test";
    }

    public String uri() {
        return uri;
    }

    public MongoDatabase database() {
        String stated = new ConnectionString(uri).getDatabase();
        return client.getDatabase(Objects.requireNonNullElse(stated, Collections.DATABASE));
    }

    public void insert(String collection, Document... documents) {
        database().getCollection(collection).insertMany(List.of(documents));
    }

    public void empty() {
        USED.forEach(name -> database().getCollection(name).deleteMany(new Document()));
    }

    @Override
    public void close() {
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
