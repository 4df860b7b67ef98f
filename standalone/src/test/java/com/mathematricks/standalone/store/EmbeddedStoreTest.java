package com.mathematricks.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    @TempDir Path folder;

    private long freeBytes = Long.MAX_VALUE;
    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> signals;

    @BeforeEach
    void open() {
        store = EmbeddedStore.open(folder, 0, () -> freeBytes);
        client = MongoClients.create(store.uri());
        database =
                client.getDatabase("mathematricks_trader")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY);
        signals = database.getCollection("trading_signals");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private void reopen() {
        close();
        open();
    }

    @Test
    void keepsDocumentsAndIndexesOverAReopening() {
        signals.createIndex(ascending("sequence"), new IndexOptions().unique(true));
        signals.insertMany(List.of(signal("a", 1), signal("b", 2)));
        Document rich =
                signal("c", 3)
                        .append("price", Decimal128.parse("1.10"))
                        .append("legs", List.of(new Document("ticker", "ES"), 7L, 2.5));
        signals.insertOne(rich);

        reopen();

        assertThat(signals.find(eq("_id", "c")).first()).isEqualTo(rich);
        assertThat(ids(signals.find(gte("sequence", 2)).sort(descending("sequence"))))
                .containsExactly("c", "b");
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> signals.insertOne(signal("d", 3)));
    }

    @Test
    void refusesASecondDocumentOfOneId() {
        signals.insertOne(signal("a", 1));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> signals.insertOne(signal("a", 2)))
                .matches(e -> e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY)
                .withMessageContaining("trading_signals");
        assertThat(signals.find(eq("_id", "a")).first()).isEqualTo(signal("a", 1));
    }

    @Test
    void stopsAnOrderedInsertAtTheFirstRefusedDocument() {
        signals.insertOne(signal("c", 3));

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() ->
                        signals.insertMany(List.of(signal("b", 2), signal("c", 3), signal("d", 4))))
                .satisfies(e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1));
        assertThat(ids(signals.find().sort(ascending("_id")))).containsExactly("b", "c");
    }

    @Test
    void refusesAnUpdateThatBreaksAUniqueIndex() {
        signals.createIndex(ascending("sequence"), new IndexOptions().unique(true));
        signals.insertMany(List.of(signal("a", 1), signal("b", 2)));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> signals.updateOne(eq("_id", "b"), Updates.set("sequence", 1L)))
                .matches(e -> e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY);
        assertThat(signals.updateOne(eq("_id", "b"), Updates.set("sequence", 5)).getModifiedCount())
                .isEqualTo(1);
        assertThat(ids(signals.find(eq("sequence", 5.0)))).containsExactly("b");
        assertThat(ids(signals.find(eq("sequence", 2)))).isEmpty();
    }

    @Test
    void buildsNoUniqueIndexOverDuplicates() {
        signals.insertMany(List.of(signal("a", 1), signal("b", 1)));

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() ->
                            signals.createIndex(
                                    ascending("sequence"), new IndexOptions().unique(true)));
        }
        signals.deleteOne(eq("_id", "b"));
        signals.createIndex(ascending("sequence"), new IndexOptions().unique(true));
        assertThat(ids(signals.find(eq("sequence", 1)))).containsExactly("a");
    }

    @Test
    void findsRangesOnAnIndexInBothOrders() {
        signals.createIndex(ascending("sequence"));
        signals.insertMany(IntStream.range(0, 50).mapToObj(i -> signal("s" + i, i)).toList());

        assertThat(ids(signals.find(and(gt("sequence", 10), lte("sequence", 13)))))
                .containsExactly("s11", "s12", "s13");
        assertThat(ids(signals.find(lt("sequence", 40)).sort(descending("sequence")).limit(2)))
                .containsExactly("s39", "s38");
        assertThat(ids(signals.find().sort(descending("sequence")).skip(1).limit(2)))
                .containsExactly("s48", "s47");
        assertThat(ids(signals.find(in("sequence", 7, 3L, 99)).sort(ascending("sequence"))))
                .containsExactly("s3", "s7");
        assertThat(ids(signals.find(and(gte("sequence", 5), eq("source", "OUTSIDE"))).limit(2)))
                .containsExactly("s6", "s8");
    }

    @Test
    void pagesByIdInBothOrders() {
        MongoCollection<Document> journal = database.getCollection("journal");
        for (long i = 1; i <= 30; i++) {
            journal.insertOne(new Document("_id", i).append("kind", i % 2 == 0 ? "A" : "B"));
        }

        assertThat(journal.find(gt("_id", 27L)).sort(ascending("_id")).map(EmbeddedStoreTest::id))
                .containsExactly(28L, 29L, 30L);
        assertThat(
                        journal.find(and(lt("_id", 10L), eq("kind", "A")))
                                .sort(descending("_id"))
                                .limit(2)
                                .map(EmbeddedStoreTest::id))
                .containsExactly(8L, 6L);
    }

    @Test
    void readsACompoundIndexByItsFirstFieldAndOrdersByItsSecond() {
        signals.createIndex(ascending("strategy", "sequence"));
        for (int i = 0; i < 20; i++) {
            signals.insertOne(signal("s" + i, i).append("strategy", i % 2 == 0 ? "even" : "odd"));
        }

        assertThat(
                        ids(
                                signals.find(and(eq("strategy", "odd"), gt("sequence", 4)))
                                        .sort(descending("sequence"))
                                        .limit(3)))
                .containsExactly("s19", "s17", "s15");
        assertThat(ids(signals.find(eq("strategy", "even")).sort(ascending("sequence")).limit(2)))
                .containsExactly("s0", "s2");
    }

    @Test
    void findsNullAndMissingAlike() {
        signals.createIndex(ascending("intake.open"));
        signals.insertOne(new Document("_id", "open").append("intake", new Document("open", true)));
        signals.insertOne(new Document("_id", "null").append("intake", new Document("open", null)));
        signals.insertOne(new Document("_id", "none").append("intake", new Document()));
        signals.insertOne(new Document("_id", "bare"));

        assertThat(ids(signals.find(eq("intake.open", true)))).containsExactly("open");
        assertThat(ids(signals.find(eq("intake.open", null)).sort(ascending("_id"))))
                .containsExactly("bare", "none", "null");
        signals.updateOne(eq("_id", "open"), Updates.unset("intake.open"));
        assertThat(signals.find(eq("intake.open", true)).first()).isNull();
    }

    @Test
    void findsByTheElementsOfAnArray() {
        signals.createIndex(ascending("tags"));
        signals.insertOne(new Document("_id", "a").append("tags", List.of("x", "y")));
        signals.insertOne(new Document("_id", "b").append("tags", List.of()));
        signals.insertOne(new Document("_id", "c").append("tags", "y"));

        assertThat(ids(signals.find(eq("tags", "y")).sort(ascending("_id"))))
                .containsExactly("a", "c");
        assertThat(ids(signals.find(in("tags", "x", "y")).sort(ascending("_id"))))
                .containsExactly("a", "c");
        signals.updateOne(eq("_id", "a"), Updates.push("tags", "z"));
        assertThat(ids(signals.find(eq("tags", "z")))).containsExactly("a");
    }

    @Test
    void updatesOnlyWhereTheGuardHolds() {
        signals.insertOne(signal("a", 1).append("status", "WAITING"));

        Bson guarded = and(eq("_id", "a"), eq("status", "WAITING"));
        assertThat(signals.updateOne(guarded, Updates.set("status", "DECIDED")).getModifiedCount())
                .isEqualTo(1);
        assertThat(signals.updateOne(guarded, Updates.set("status", "X")).getMatchedCount())
                .isZero();
        Document counted =
                signals.findOneAndUpdate(
                        and(eq("_id", "a"), ne("status", "WAITING")),
                        Updates.inc("repeats", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        assertThat(counted).containsEntry("repeats", 1).containsEntry("status", "DECIDED");
        Document replaced = new Document("_id", "n").append("v", 1);
        signals.replaceOne(eq("_id", "n"), replaced, new ReplaceOptions().upsert(true));
        assertThat(signals.find(eq("_id", "n")).first()).isEqualTo(replaced);
    }

    @Test
    void handsOutLongResultsInParts() {
        signals.insertMany(IntStream.range(0, 2500).mapToObj(i -> signal("s" + i, i)).toList());

        assertThat(signals.find().batchSize(100).into(new ArrayList<>())).hasSize(2500);
        List<Document> sorted = signals.find().sort(descending("sequence")).into(new ArrayList<>());
        assertThat(sorted).hasSize(2500);
        assertThat(sorted.getFirst()).containsEntry("_id", "s2499");
        assertThat(signals.countDocuments(gte("sequence", 2400))).isEqualTo(100);
        assertThat(signals.deleteMany(gte("sequence", 500)).getDeletedCount()).isEqualTo(2000);
        assertThat(signals.countDocuments()).isEqualTo(500);
    }

    @Test
    void dropsACollectionWithItsIndexes() {
        signals.createIndex(ascending("sequence"), new IndexOptions().unique(true));
        signals.insertOne(signal("a", 1));
        signals.drop();
        signals.createIndex(ascending("sequence"), new IndexOptions().unique(true));
        signals.insertOne(signal("b", 1));

        reopen();

        assertThat(ids(signals.find(eq("sequence", 1)))).containsExactly("b");
    }

    @Test
    void answersAsAReplicaSetToDriversAndHealthChecks() {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
        assertThat(hello).containsEntry("setName", "embedded").containsEntry("ok", 1.0);
        assertThat(client.listDatabaseNames()).isNotNull();

        String discovering = store.uri().replace("directConnection=true", "replicaSet=embedded");
        try (MongoClient other = MongoClients.create(discovering)) {
            other.getDatabase("test").getCollection("c").insertOne(new Document("_id", 1));
            assertThat(other.listDatabaseNames()).contains("test");
        }
    }

    @Test
    void saysWhichFolderAnotherRunHolds() {
        assertThatExceptionOfType(EmbeddedStoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(folder, 0))
                .withMessageContaining(folder.toString())
                .withMessageContaining("in use by another run");
    }

    @Test
    void saysWhichPortIsTaken(@TempDir Path other) {
        int port = Integer.parseInt(store.uri().replaceAll(".*127.0.0.1:(\\d+)/.*", "$1"));

        assertThatExceptionOfType(EmbeddedStoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(other, port))
                .withMessageContaining("port " + port);
        EmbeddedStore.open(other, 0).close();
    }

    @Test
    void namesADamagedFile(@TempDir Path other) throws Exception {
        byte[] junk = new byte[20_000];
        Arrays.fill(junk, (byte) 'x');
        Files.write(other.resolve(StoreFile.NAME), junk);

        assertThatExceptionOfType(EmbeddedStoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(other, 0))
                .withMessageContaining(other.resolve(StoreFile.NAME).toString())
                .withMessageContaining("damaged");
    }

    @Test
    void refusesWritesWhileTheDiskIsFullAndStillReads() {
        signals.insertOne(signal("a", 1));
        freeBytes = StoreWrites.RESERVE_BYTES - 1;

        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> signals.insertOne(signal("b", 2)))
                .withMessageContaining("the disk is full")
                .matches(e -> e.getCode() == 14031);
        assertThat(signals.find(eq("_id", "a")).first()).isNotNull();

        freeBytes = Long.MAX_VALUE;
        signals.insertOne(signal("b", 2));
    }

    private static Document signal(String id, long sequence) {
        return new Document("_id", id)
                .append("sequence", sequence)
                .append("source", sequence % 2 == 0 ? "OUTSIDE" : "WEBHOOK");
    }

    private static List<@Nullable Object> ids(Iterable<Document> found) {
        List<@Nullable Object> ids = new ArrayList<>();
        found.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    private static @Nullable Object id(Document document) {
        return document.get("_id");
    }
}
