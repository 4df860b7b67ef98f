package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/// A database in the store's file: a map of documents for each collection and a map of entries for
/// each index but the one on `_id`.
final class StoreDatabase extends AbstractMongoDatabase<Key> {

    private final MVStore store;
    private final StoreWrites writes;

    StoreDatabase(String name, MVStore store, StoreWrites writes, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        this.writes = writes;
        initializeNamespacesAndIndexes();
    }

    static List<String> names(MVStore store) {
        return store.getMapNames().stream()
                .filter(map -> map.startsWith(StoreFile.DOCUMENTS))
                .map(map ->
                        Utils.getDatabaseNameFromFullName(
                                map.substring(StoreFile.DOCUMENTS.length())))
                .distinct()
                .toList();
    }

    @Nullable StoreCollection collection(String name) {
        return (StoreCollection) resolveCollection(name, false);
    }

    /// Unlike the library's, counts only what was inserted, and stops at the first error unless
    /// told otherwise.
    Document insert(Document command) {
        String name = String.valueOf(command.get("insert"));
        List<Document> documents = documents(command);
        boolean isOrdered = !Boolean.FALSE.equals(command.get("ordered"));
        if (name.startsWith("system.")) {
            throw new MongoServerError(16459, "attempt to insert in system namespace");
        }
        List<Document> errors =
                resolveOrCreateCollection(name).insertDocuments(documents, isOrdered);
        int inserted = documents.size() - errors.size();
        if (isOrdered && !errors.isEmpty()) {
            inserted = errors.getFirst().get("index") instanceof Integer index ? index : 0;
        }
        Document answer = new Document("n", inserted);
        if (!errors.isEmpty()) {
            answer.append("writeErrors", errors);
        }
        Utils.markOkay(answer);
        return answer;
    }

    private static List<Document> documents(Document command) {
        return command.get("documents") instanceof List<?> given
                ? given.stream().map(Document.class::cast).toList()
                : List.of();
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(
                this,
                name,
                options,
                cursorRegistry,
                writes,
                StoreFile.documents(store, documentsMap(name)));
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new PrimaryIndex(
                    name, keys, StoreFile.documents(store, documentsMap(collection)));
        }
        return index(collection, name, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return index(collection, name, keys, false, sparse);
    }

    private Index<Key> index(
            String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        return new OrderedIndex(
                name,
                keys,
                unique,
                sparse,
                StoreFile.entries(store, indexMap(collection, name)),
                writes.changes());
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        writes.changes().drop(StoreFile.documents(store, documentsMap(name)));
        if (!name.startsWith("system.")) {
            writes.note(Change.Kind.DROP, databaseName, name, null, null);
        }
    }

    private String documentsMap(String collection) {
        return StoreFile.DOCUMENTS + databaseName + "." + collection;
    }

    /// A collection's name never holds a dollar.
    private String indexMap(String collection, String index) {
        return StoreFile.INDEX + databaseName + "." + collection + "$" + index;
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
