package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// An index in the store's file: an entry is the keys of the indexed fields followed by the
/// document's position, its value is how many bytes the fields take. An array has an entry for each
/// element. Which direction a field was declared with does not matter: entries are read both ways.
final class OrderedIndex extends Index<Key> {

    /// Stands before all entries once a value was indexed that neither sorts nor bounds a range, an
    /// array above all.
    private static final Key MARK = new Key(new byte[] {0});

    private final MVMap<Key, Integer> entries;
    private final Changes changes;
    private final boolean unique;
    private volatile boolean plain;

    OrderedIndex(
            String name,
            List<IndexKey> keys,
            boolean unique,
            boolean sparse,
            MVMap<Key, Integer> entries,
            Changes changes) {
        super(name, keys, sparse);
        this.entries = entries;
        this.changes = changes;
        this.unique = unique;
        this.plain = !entries.containsKey(MARK);
    }

    MVMap<Key, Integer> entries() {
        return entries;
    }

    List<String> fields() {
        return keys();
    }

    /// Whether every document has exactly one entry, in the order of its values.
    boolean isPlain() {
        return plain;
    }

    /// Whether documents without the fields are left out.
    boolean leavesOut() {
        return isSparse();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex index
                && unique == index.unique
                && isSparse() == index.isSparse()
                && keys().equals(index.keys());
    }

    /// The entries of a document without its position.
    private Set<Key> values(Document document) {
        Set<Key> found = new HashSet<>();
        found.add(new Key(new byte[0]));
        boolean missing = true;
        for (String field : keys()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            missing &= value instanceof Missing;
            Set<Key> longer = new HashSet<>();
            for (Key end : ends(value)) {
                found.forEach(start -> longer.add(start.plus(end)));
            }
            found = longer;
        }
        return missing && isSparse() ? Set.of() : found;
    }

    private static Set<Key> ends(@Nullable Object value) {
        if (!(value instanceof Collection<?> list)) {
            return Set.of(KeyWriter.key(value));
        }
        Set<Key> found = new HashSet<>();
        list.forEach(element -> found.add(KeyWriter.key(element)));
        return found.isEmpty() ? Set.of(KeyWriter.noElement()) : found;
    }

    private void noteValuesOf(Document document) {
        if (plain) {
            plain =
                    keys().stream()
                            .map(f -> Utils.getSubdocumentValueCollectionAware(document, f))
                            .allMatch(KeyWriter::isPlain);
            if (!plain) {
                changes.putEntry(entries, MARK, 0);
            }
        }
    }

    private @Nullable Key holder(Key values) {
        Key entry = entries.ceilingKey(values);
        return entry != null && entry.startsWith(values) ? entry.from(values.bytes().length) : null;
    }

    private void refuseTaken(Document document, @Nullable Key by, MongoCollection<Key> collection) {
        if (!unique) {
            return;
        }
        for (Key value : values(document)) {
            Key holder = holder(value);
            if (holder != null && (by == null || !by.equals(holder))) {
                throw new DuplicateKeyError(
                        this, collection, getKeys(), getKeyValues(document).iterator().next());
            }
        }
    }

    private static Key position(Document document) {
        return KeyWriter.key(document.get("_id"));
    }

    @Override
    public @Nullable Key getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        refuseTaken(document, null, collection);
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        refuseTaken(document, null, collection);
        noteValuesOf(document);
        for (Key values : values(document)) {
            changes.putEntry(entries, values.plus(position), values.bytes().length);
        }
    }

    @Override
    public Key remove(Document document) {
        Key position = position(document);
        values(document).forEach(value -> changes.remove(entries, value.plus(position)));
        return position;
    }

    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<Key> collection) {
        refuseTaken(updated, position(old), collection);
    }

    /// New entries first: a reader in between finds the document at least once.
    @Override
    public void updateInPlace(
            Document old, Document updated, Key position, MongoCollection<Key> collection) {
        Set<Key> before = values(old);
        Set<Key> after = values(updated);
        noteValuesOf(updated);
        List<Key> gone = new ArrayList<>(before);
        gone.removeAll(after);
        for (Key values : after) {
            if (!before.contains(values)) {
                changes.putEntry(entries, values.plus(position), values.bytes().length);
            }
        }
        gone.forEach(values -> changes.remove(entries, values.plus(position)));
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
        return entries.sizeAsLong() - (plain ? 0 : 1);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        changes.drop(entries);
    }
}
