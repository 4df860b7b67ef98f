package com.mathematricks.setup;

import com.mongodb.MongoCommandException;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/// The replica set of one member that change streams and majorities need.
///
/// @param name empty where the server is in one that is not ours to make
/// @param member how the services reach the server
record ReplicaSet(Server server, String name, String member, Consumer<String> say) {

    private static final int ALREADY_INITIALIZED = 23;
    private static final int NO_REPLICATION = 76;
    private static final int NOT_YET_INITIALIZED = 94;

    /// Initiates it where that was never done.
    ///
    /// @throws NotYetException while there is no primary
    void requirePrimary() {
        if (!name.isEmpty()) {
            requireInitiated();
        }
        if (!server.admin(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
            throw new NotYetException("a primary of the replica set");
        }
    }

    private void requireInitiated() {
        try {
            String found = server.admin(new Document("replSetGetStatus", 1)).getString("set");
            if (!name.equals(found)) {
                throw new SetupFailedException(
                        "the server is in the replica set %s, not in %s: name that one in MONGODB_REPLICA_SET, or leave it empty"
                                .formatted(found, name));
            }
        } catch (MongoCommandException e) {
            switch (e.getErrorCode()) {
                case NOT_YET_INITIALIZED -> initiate();
                case NO_REPLICATION ->
                        throw new SetupFailedException(
                                "the server runs without a replica set: start mongod with --replSet "
                                        + name);
                default -> throw e;
            }
        }
    }

    private void initiate() {
        var only = new Document("_id", 0).append("host", member);
        var set = new Document("_id", name).append("members", List.of(only));
        try {
            server.admin(new Document("replSetInitiate", set));
            say.accept("initiated the replica set " + name + " with " + member);
        } catch (MongoCommandException e) {
            // By another set-up, a moment ago.
            if (e.getErrorCode() != ALREADY_INITIALIZED) {
                throw e;
            }
        }
    }
}
