package com.mathematricks.standalone.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeStreamTest {

    @TempDir Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> signals;

    @BeforeEach
    void open() {
        store = EmbeddedStore.open(folder, 0);
        client = MongoClients.create(store.uri());
        database = client.getDatabase("mathematricks_trader");
        signals = database.getCollection("trading_signals");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void tellsEachChangeOnceInOrder() {
        signals.insertOne(document("before"));
        try (var stream = signals.watch().fullDocument(FullDocument.UPDATE_LOOKUP).cursor()) {
            signals.insertOne(document("a"));
            signals.updateOne(eq("_id", "a"), Updates.set("v", 1));
            signals.findOneAndUpdate(eq("_id", "a"), Updates.inc("v", 1));
            signals.replaceOne(eq("_id", "a"), document("a").append("v", 9));
            signals.updateOne(eq("_id", "a"), Updates.set("v", 9));
            database.getCollection("orders").insertOne(document("elsewhere"));
            signals.deleteOne(eq("_id", "a"));

            assertThat(told(stream, 5))
                    .containsExactly(
                            "insert a null",
                            "update a 1",
                            "update a 2",
                            "replace a 9",
                            "delete a none");
        }
    }

    @Test
    void tellsNothingOfARefusedInsert() {
        signals.insertOne(document("a"));
        try (var stream = signals.watch().cursor()) {
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> signals.insertOne(document("a")));
            signals.insertOne(document("b"));

            assertThat(told(stream, 1)).containsExactly("insert b null");
        }
    }

    @Test
    void wakesAWaitingStreamAtOnce() throws InterruptedException {
        try (var stream = signals.watch().maxAwaitTime(60, TimeUnit.SECONDS).cursor()) {
            List<String> told = new ArrayList<>();
            Thread watcher = Thread.ofVirtual().start(() -> told.addAll(told(stream, 1)));
            // Were the stream not woken, it would only look again after a minute.
            signals.insertOne(document("a"));

            assertThat(watcher.join(java.time.Duration.ofSeconds(20))).isTrue();
            assertThat(told).containsExactly("insert a null");
        }
    }

    @Test
    void watchesAWholeDatabaseAndFilters() {
        var inserts = List.of(new Document("$match", new Document("operationType", "insert")));
        try (var stream = database.watch(inserts).cursor()) {
            signals.insertOne(document("a"));
            signals.deleteOne(eq("_id", "a"));
            database.getCollection("orders").insertOne(document("o"));

            assertThat(told(stream, 2)).containsExactly("insert a null", "insert o null");
        }
    }

    @Test
    void resumesBehindAnEvent() {
        BsonDocument token;
        try (var stream = signals.watch().cursor()) {
            signals.insertOne(document("a"));
            token = stream.next().getResumeToken();
        }
        signals.insertOne(document("b"));
        try (var stream = signals.watch().resumeAfter(token).cursor()) {
            assertThat(told(stream, 1)).containsExactly("insert b null");
        }
    }

    @Test
    void refusesToResumeOverARestart() {
        BsonDocument token;
        try (var stream = signals.watch().cursor()) {
            signals.insertOne(document("a"));
            token = stream.next().getResumeToken();
        }
        close();
        open();

        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> signals.watch().resumeAfter(token).cursor().close())
                .matches(e -> e.getCode() == 286);
    }

    private static List<String> told(
            MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream, int count) {
        List<String> told = new ArrayList<>();
        while (told.size() < count) {
            ChangeStreamDocument<Document> event = stream.next();
            BsonDocument key = event.getDocumentKey();
            told.add(
                    event.getOperationTypeString()
                            + " "
                            + (key == null ? "?" : key.getString("_id").getValue())
                            + " "
                            + value(event.getFullDocument()));
        }
        return told;
    }

    private static @Nullable Object value(@Nullable Document document) {
        return document == null ? "none" : document.get("v");
    }

    private static Document document(String id) {
        return new Document("_id", id);
    }
}
