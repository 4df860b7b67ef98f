package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/// Sends each command its way: what writes through [StoreWrites], what reads waits until what it
/// saw is on disk, and change streams wait for news.
final class StoreBackend extends AbstractMongoBackend {

    static final String SET_NAME = "embedded";

    private static final int FIRST_BATCH = 101;
    private static final int WIRE_VERSION = 13;
    private static final long STREAM_WAIT_MILLIS = 1000;
    private static final int NOT_SUPPORTED = 238;

    private final MVStore store;
    private final GroupCommit commits;
    private final StoreWrites writes;
    private final ChangeLog log;
    private volatile String address = "";

    StoreBackend(
            MVStore store, GroupCommit commits, StoreWrites writes, ChangeLog log, Clock clock) {
        super(clock);
        this.store = store;
        this.commits = commits;
        this.writes = writes;
        this.log = log;
        StoreDatabase.names(store).forEach(this::resolveDatabase);
    }

    void listensAt(String hostAndPort) {
        address = hostAndPort;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoreDatabase(databaseName, store, writes, getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello", "ismaster" -> hello();
            case "listdatabases" -> listDatabases();
            case "insert" -> writes.run(() -> database(database).insert(query));
            case "update",
                    "delete",
                    "findandmodify",
                    "create",
                    "createindexes",
                    "drop",
                    "dropindexes",
                    "dropdatabase" ->
                    writes.run(() -> super.handleCommand(channel, database, command, query));
            case "find" -> reading(database, query, command, () -> find(database, query));
            case "aggregate" -> aggregate(channel, database, command, query);
            case "getmore" -> getMore(channel, database, query);
            case "renamecollection" ->
                    throw new MongoServerError(
                            NOT_SUPPORTED, "NotImplemented", "collections can't be renamed here");
            default ->
                    reading(
                            database,
                            query,
                            command,
                            () -> super.handleCommand(channel, database, command, query));
        };
    }

    private Document hello() {
        Document answer =
                new Document("helloOk", true)
                        .append("isWritablePrimary", true)
                        .append("ismaster", true)
                        .append("secondary", false)
                        .append("setName", SET_NAME)
                        .append("setVersion", 1)
                        .append("hosts", List.of(address))
                        .append("primary", address)
                        .append("me", address)
                        .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
                        .append(
                                "maxMessageSizeBytes",
                                MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES)
                        .append("maxWriteBatchSize", MongoWireProtocolHandler.MAX_WRITE_BATCH_SIZE)
                        .append("localTime", Instant.now(getClock()))
                        .append("minWireVersion", 0)
                        .append("maxWireVersion", WIRE_VERSION)
                        .append("readOnly", false);
        Utils.markOkay(answer);
        return answer;
    }

    private Document listDatabases() {
        List<Document> names =
                listDatabaseNames().stream()
                        .sorted()
                        .map(name -> new Document("name", name).append("empty", false))
                        .toList();
        Document answer = new Document("databases", names);
        Utils.markOkay(answer);
        return answer;
    }

    private StoreDatabase database(String name) {
        return (StoreDatabase) resolveDatabase(name);
    }

    private @Nullable StoreCollection collection(String database, Document query, String command) {
        return query.get(command) instanceof String name
                ? database(database).collection(name)
                : null;
    }

    /// Reads while H2 keeps what is read, and answers when that is on disk.
    private Document reading(
            String database, Document query, String command, Supplier<Document> read) {
        var usage = store.registerVersionUsage();
        try {
            Document answer = read.get();
            StoreCollection collection =
                    database.equals("admin") ? null : collection(database, query, command);
            if (collection != null) {
                commits.await(collection.lastWrite());
            }
            return answer;
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    private Document find(String database, Document query) {
        String name = String.valueOf(query.get("find"));
        StoreCollection collection = database(database).collection(name);
        String namespace = database + "." + name;
        if (collection == null) {
            return batch(namespace, "firstBatch", List.of(), 0);
        }
        Find.Query wanted =
                new Find.Query(
                        document(query, "filter"),
                        document(query, "sort"),
                        number(query, "skip", 0),
                        Math.abs(number(query, "limit", 0)));
        Document fields = document(query, "projection");
        boolean single = Utils.isTrue(query.get("singleBatch")) || number(query, "limit", 0) < 0;
        return firstBatch(
                namespace,
                collection.find(wanted),
                found -> collection.project(found, fields),
                number(query, "batchSize", FIRST_BATCH),
                single);
    }

    private Document firstBatch(
            String namespace,
            Iterator<Document> found,
            UnaryOperator<List<Document>> projection,
            int size,
            boolean single) {
        FindCursor cursor =
                new FindCursor(getCursorRegistry().generateCursorId(), found, projection);
        List<Document> first = size == 0 ? List.of() : cursor.takeDocuments(size);
        if (single || cursor.isEmpty()) {
            return batch(namespace, "firstBatch", first, 0);
        }
        cursor.pause();
        getCursorRegistry().add(cursor);
        return batch(namespace, "firstBatch", first, cursor.getId());
    }

    private Document aggregate(Channel channel, String database, String command, Document query) {
        List<Document> stages = Aggregation.parse(query.get("pipeline"));
        if (!stages.isEmpty() && stages.getFirst().get("$changeStream") instanceof Document watch) {
            return watch(database, query, watch, stages.subList(1, stages.size()));
        }
        boolean isWriting =
                stages.stream().anyMatch(s -> s.containsKey("$out") || s.containsKey("$merge"));
        if (isWriting) {
            return writes.run(() -> super.handleCommand(channel, database, command, query));
        }
        StoreCollection collection = collection(database, query, command);
        boolean isFound = !stages.isEmpty() && stages.getFirst().containsKey("$match");
        if (collection == null || !isFound) {
            return reading(
                    database,
                    query,
                    command,
                    () -> super.handleCommand(channel, database, command, query));
        }
        return reading(
                database, query, command, () -> matched(database, collection, query, stages));
    }

    /// An aggregation that begins with `$match` reads by index.
    private Document matched(
            String database, StoreCollection collection, Document query, List<Document> stages) {
        Aggregation rest = stages(database, stages.subList(1, stages.size()), collection, query);
        Find.Query match =
                new Find.Query(document(stages.getFirst(), "$match"), new Document(), 0, 0);
        List<Document> found = rest.runStages(collection.handleQueryAsStream(match.filter()));
        int size = number(document(query, "cursor"), "batchSize", FIRST_BATCH);
        return firstBatch(collection.getFullName(), found.iterator(), all -> all, size, false);
    }

    private Aggregation stages(
            String database,
            List<Document> stages,
            @Nullable StoreCollection collection,
            Document query) {
        Aggregation aggregation =
                Aggregation.fromPipeline(
                        stages,
                        this::resolveDatabase,
                        resolveDatabase(database),
                        collection,
                        NoopOplog.get());
        aggregation.validate(query);
        return aggregation;
    }

    private Document watch(
            String database, Document query, Document options, List<Document> stages) {
        String name = query.get("aggregate") instanceof String named ? named : null;
        ChangeCursor cursor =
                new ChangeCursor(
                        getCursorRegistry().generateCursorId(),
                        log,
                        database,
                        name,
                        options,
                        stages(database, stages, null, query));
        List<Document> first = cursor.takeDocuments(0);
        getCursorRegistry().add(cursor);
        String namespace = database + "." + (name == null ? "$cmd.aggregate" : name);
        Document answer = batch(namespace, "firstBatch", first, cursor.getId());
        document(answer, "cursor").append("postBatchResumeToken", cursor.resumeToken());
        return answer;
    }

    private Document getMore(Channel channel, String database, Document query) {
        long id = query.get("getMore") instanceof Number given ? given.longValue() : 0;
        int size = number(query, "batchSize", 0);
        String namespace = database + "." + query.get("collection");
        Cursor cursor = getCursorRegistry().getCursor(id);
        if (cursor instanceof ChangeCursor stream) {
            return news(channel, query, namespace, stream, size);
        }
        return reading(
                database,
                new Document("collection", query.get("collection")),
                "collection",
                () -> {
                    List<Document> next = cursor.takeDocuments(size);
                    return batch(namespace, "nextBatch", next, leave(cursor));
                });
    }

    private Document news(
            Channel channel, Document query, String namespace, ChangeCursor stream, int size) {
        long millis =
                query.get("maxTimeMS") instanceof Number given
                        ? given.longValue()
                        : STREAM_WAIT_MILLIS;
        try {
            List<Document> events = stream.take(size, millis, channel::isActive);
            Document answer = batch(namespace, "nextBatch", events, leave(stream));
            document(answer, "cursor").append("postBatchResumeToken", stream.resumeToken());
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the store is closing", e);
        }
    }

    /// The cursor's id if there is more to come, else 0 and the cursor is gone.
    private long leave(Cursor cursor) {
        if (cursor.isEmpty()) {
            getCursorRegistry().remove(cursor);
            return 0;
        }
        if (cursor instanceof FindCursor find) {
            find.pause();
        }
        return cursor.getId();
    }

    private static Document batch(String namespace, String key, List<Document> found, long id) {
        Document cursor = new Document("id", id).append("ns", namespace).append(key, found);
        Document answer = new Document("cursor", cursor);
        Utils.markOkay(answer);
        return answer;
    }

    private static Document document(Document query, String field) {
        return query.get(field) instanceof Document found ? found : new Document();
    }

    private static int number(Document query, String field, int otherwise) {
        return query.get(field) instanceof Number found ? found.intValue() : otherwise;
    }
}
