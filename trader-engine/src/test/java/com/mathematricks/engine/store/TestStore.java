package com.mathematricks.engine.store;

import com.mathematricks.service.store.Collections;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A database of a test's own: on the server of `MONGODB_URI` where that is set, else on one in
/// memory. Where the server's user may not have a new database, it is that of the URI, in which
/// only the named collections are emptied, before and after.
public final class TestStore implements AutoCloseable {

    private final @Nullable MongoServer server;
    private final MongoClient client;
    private final MongoDatabase database;
    private final boolean ownDatabase;
    private final String uri;
    private final List<String> collections;

    private TestStore(@Nullable MongoServer server, String uri, List<String> collections) {
        this.server = server;
        this.collections = collections;
        var connection = new ConnectionString(uri);
        this.client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(connection)
                                .retryWrites(false)
                                .applyToClusterSettings(cluster ->
                                        cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                                .build());
        MongoDatabase random =
                client.getDatabase("test_" + UUID.randomUUID().toString().substring(0, 8));
        this.ownDatabase = mayWrite(random);
        MongoDatabase used =
                ownDatabase
                        ? random
                        : client.getDatabase(Objects.requireNonNull(connection.getDatabase()));
        this.uri = uriOf(connection, used.getName());
        this.database =
                used.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY);
        clear();
    }

    /// @param collections that the test uses
    public static TestStore open(String... collections) {
        String uri = System.getenv("MONGODB_URI");
        if (uri != null) {
            return new TestStore(null, uri, List.of(collections));
        }
        var server = new MongoServer(new MemoryBackend());
        server.enableOplog();
        return new TestStore(server, server.bindAndGetConnectionString(), List.of(collections));
    }

    /// Of all that an engine with its paper broker uses.
    public static TestStore ofEngine() {
        return open(
                Collections.JOURNAL,
                "snapshots",
                "paper_orders",
                "paper_accounts",
                Collections.SIGNAL_DECISIONS,
                Collections.ORDERS,
                Collections.FILLS,
                Collections.POSITIONS,
                Collections.ACCOUNTS,
                Collections.TRADING_STATES,
                Collections.PNL_HISTORY,
                Collections.PRICES,
                Collections.STRATEGIES,
                Collections.ACCOUNT_SETTINGS,
                Collections.CONTROL_COMMANDS,
                Collections.STREAM_POSITIONS,
                Collections.SERVICE_STATUS);
    }

    private static boolean mayWrite(MongoDatabase database) {
        try {
            database.createCollection("probe");
            return true;
        } catch (MongoCommandException _) {
            return false; // not authorized
        }
    }

    /// Of this database, for a service to connect to.
    public String uri() {
        return uri;
    }

    private static String uriOf(ConnectionString connection, String database) {
        String text = connection.getConnectionString();
        String hosts = String.join(",", connection.getHosts());
        int afterHosts = text.indexOf(hosts) + hosts.length();
        int options = text.indexOf('?', afterHosts);
        return text.substring(0, afterHosts)
                + "/"
                + database
                + (options < 0 ? "" : text.substring(options));
    }

    public MongoDatabase database() {
        return database;
    }

    private void clear() {
        collections.forEach(name -> database.getCollection(name).deleteMany(new Document()));
    }

    @Override
    public void close() {
        if (ownDatabase) {
            database.drop();
        } else {
            clear();
        }
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
