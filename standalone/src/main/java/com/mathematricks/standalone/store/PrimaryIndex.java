package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The index on `_id`: the map of the documents itself, whose keys are their ids.
final class PrimaryIndex extends Index<Key> {

    private final MVMap<Key, byte[]> documents;

    PrimaryIndex(String name, List<IndexKey> keys, MVMap<Key, byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public @Nullable Key getPosition(Document document) {
        Key position = KeyWriter.key(document.get("_id"));
        return documents.containsKey(position) ? position : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        // While an index is built, every document is there already.
        if (getPosition(document) != null && collection.getIndexes().contains(this)) {
            throw new DuplicateKeyError(
                    this, collection, getKeys(), getKeyValues(document).iterator().next());
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        // The document is its own entry.
    }

    @Override
    public @Nullable Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("queries go through AccessPath");
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<Key> collection) {
        // An _id never changes.
    }

    @Override
    public void updateInPlace(
            Document old, Document updated, Key position, MongoCollection<Key> collection) {
        // An _id never changes.
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {
        // It goes with the documents.
    }
}
