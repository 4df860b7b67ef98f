package com.mathematricks.setup;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// The one server at an address, asked directly: it may be in no replica set yet.
final class MongoServer implements Server, AutoCloseable {

    private static final int ANSWER_SECONDS = 20;
    private static final int SEARCH_SECONDS = 2;

    private final MongoClient client;

    MongoServer(String host, String user, String password) {
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applicationName("store-setup")
                                .credential(
                                        MongoCredential.createCredential(
                                                user, "admin", password.toCharArray()))
                                .applyToClusterSettings(cluster ->
                                        cluster.hosts(List.of(new ServerAddress(host)))
                                                .mode(ClusterConnectionMode.SINGLE)
                                                .serverSelectionTimeout(
                                                        SEARCH_SECONDS, TimeUnit.SECONDS))
                                .applyToSocketSettings(socket ->
                                        socket.connectTimeout(SEARCH_SECONDS, TimeUnit.SECONDS)
                                                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                                .build());
    }

    @Override
    public Document run(String database, Document command) {
        return client.getDatabase(database).runCommand(command);
    }

    @Override
    public void close() {
        client.close();
    }
}
