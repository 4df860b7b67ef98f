package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A collection in the store's file. Commands that write run one at a time (see [GroupCommit]);
/// reading needs no lock, as H2's maps give each reader an unchanging tree.
final class StoreCollection extends AbstractMongoCollection<Key> {

    private final StoreWrites writes;
    private final MVMap<Key, byte[]> documents;
    private volatile List<OrderedIndex> ordered = List.of();
    private volatile long lastWrite;
    private boolean replacing;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            StoreWrites writes,
            MVMap<Key, byte[]> documents) {
        super(database, name, options, cursors);
        this.writes = writes;
        this.documents = documents;
    }

    /// The number of the last command that wrote here; what a reader saw is on disk when that is.
    long lastWrite() {
        return lastWrite;
    }

    Find find(Find.Query query) {
        return new Find(documents, AccessPath.choose(query.filter(), query.sort(), ordered), query);
    }

    List<Document> project(List<Document> found, @Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return found;
        }
        return matchDocumentsFromStream(new Document(), found.stream(), 0, 0, 0, null, fields)
                .collectDocuments();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Document sort = orderBy == null ? new Document() : orderBy;
        Find find = find(new Find.Query(query, sort, skip, limit));
        return new QueryResult(() -> find);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Document getDocument(Key position) {
        byte[] document = documents.get(position);
        if (document == null) {
            throw new IllegalStateException("an index names a document that is not there");
        }
        return Bson.decode(document);
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Object id = getIdField() == null ? new ObjectId() : document.get(getIdField());
        Key position = KeyWriter.key(id);
        put(position, document, Change.Kind.INSERT);
        return position;
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        replacing = isReplacement(update);
        return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
    }

    @Override
    public Document findAndModify(Document query) {
        replacing = query.get("update") instanceof Document update && isReplacement(update);
        return super.findAndModify(query);
    }

    private static boolean isReplacement(Document update) {
        return update.keySet().stream().noneMatch(name -> name.startsWith("$"));
    }

    @Override
    protected void handleUpdate(Key position, Document old, Document updated) {
        put(position, updated, replacing ? Change.Kind.REPLACE : Change.Kind.UPDATE);
    }

    private void put(Key position, Document document, Change.Kind kind) {
        byte[] bytes = Bson.encode(document);
        lastWrite = writes.number();
        writes.changes().putDocument(documents, position, bytes);
        note(kind, document.get("_id"), bytes);
    }

    @Override
    protected void removeDocument(Key position) {
        lastWrite = writes.number();
        byte[] gone = writes.changes().remove(documents, position);
        note(Change.Kind.DELETE, gone == null ? null : Bson.decode(gone).get("_id"), null);
    }

    private void note(Change.Kind kind, @Nullable Object id, byte @Nullable [] document) {
        if (!getCollectionName().startsWith("system.")) {
            writes.note(kind, getDatabaseName(), getCollectionName(), id, document);
        }
    }

    /// An index that can't be built leaves nothing behind that would pass for one later.
    @Override
    public void addIndex(Index<Key> index) {
        try {
            super.addIndex(index);
        } catch (RuntimeException e) {
            if (!getIndexes().contains(index) && !isKnown(index)) {
                index.drop();
            }
            throw e;
        } finally {
            noteIndexes();
        }
    }

    private boolean isKnown(Index<Key> index) {
        return getIndexes().stream().anyMatch(known -> known.getName().equals(index.getName()));
    }

    @Override
    public void dropIndex(String indexName) {
        super.dropIndex(indexName);
        noteIndexes();
    }

    private void noteIndexes() {
        ordered =
                getIndexes().stream()
                        .filter(OrderedIndex.class::isInstance)
                        .map(OrderedIndex.class::cast)
                        .toList();
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        var cursor = documents.cursor(null, null, false);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
                .map(position ->
                        new DocumentWithPosition<>(Bson.decode(cursor.getValue()), position));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /// Sizes are not kept: they are added up when somebody asks.
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("sizes are not tracked");
    }

    @Override
    protected int getDataSize() {
        long size = 0;
        for (var cursor = documents.cursor(null, null, false); cursor.hasNext(); ) {
            cursor.next();
            size += cursor.getValue().length;
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
