package com.mathematricks.setup;

import org.bson.Document;

/// A MongoDB server, as far as it takes commands.
@FunctionalInterface
interface Server {

    /// @throws com.mongodb.MongoException where it did not do it
    Document run(String database, Document command);

    default Document admin(Document command) {
        return run("admin", command);
    }
}
