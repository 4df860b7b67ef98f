package com.mathematricks.engine.store;

import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.service.store.Collections;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/// Writes what pages and the API read, from the journal's entries alone. Each document carries the
/// sequence that it includes and is never taken back to an older one, so entries may come again.
public final class DerivedCollections {

    private static final int DUPLICATE_KEY = 11000;
    private static final int REBUILT_AT_ONCE = 500;

    private static final List<String> NAMES =
            List.of(
                    Collections.SIGNAL_DECISIONS,
                    Collections.ORDERS,
                    Collections.FILLS,
                    Collections.POSITIONS,
                    Collections.ACCOUNTS,
                    Collections.TRADING_STATES,
                    Collections.PNL_HISTORY);

    private final MongoDatabase store;

    public DerivedCollections(MongoDatabase store) {
        this.store = store;
    }

    public void createIndexes() {
        Stream.of(Collections.ORDERS, Collections.FILLS, Collections.SIGNAL_DECISIONS)
                .forEach(name ->
                        store.getCollection(name).createIndex(Indexes.ascending("sequence")));
        Stream.of(Collections.ORDERS, Collections.FILLS)
                .forEach(name ->
                        store.getCollection(name).createIndex(Indexes.ascending("signalKey")));
        store.getCollection(Collections.SIGNAL_DECISIONS)
                .createIndex(Indexes.ascending("strategy", "at", "_id"));
        store.getCollection(Collections.PNL_HISTORY)
                .createIndex(Indexes.ascending("scope", "date"));
    }

    /// All derived documents go, and are made again from the journal's start.
    ///
    /// @return the last sequence that they include
    public long rebuild(Journal journal) {
        NAMES.forEach(name -> store.getCollection(name).drop());
        createIndexes();
        long read = 0;
        List<Entry> entries = journal.after(read, REBUILT_AT_ONCE);
        while (!entries.isEmpty()) {
            write(entries);
            read = entries.getLast().sequence();
            entries = journal.after(read, REBUILT_AT_ONCE);
        }
        return read;
    }

    public void write(List<Entry> entries) {
        Map<String, Map<Object, Document>> writes = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (Change change : entry.changes()) {
                DerivedDocument document = DerivedDocument.of(change, entry);
                if (document != null) {
                    writes.computeIfAbsent(document.collection(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(document.id(), _ -> new Document())
                            .putAll(
                                    new Document(document.fields())
                                            .append("sequence", entry.sequence()));
                }
            }
        }
        // One after another: nobody is to see a position before the fill that made it.
        writes.forEach((name, documents) -> {
            var models = new ArrayList<WriteModel<Document>>();
            documents.forEach((id, fields) -> models.add(model(id, fields)));
            write(name, models);
        });
    }

    private static WriteModel<Document> model(Object id, Document set) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq("_id", id),
                        Filters.not(Filters.gt("sequence", set.getLong("sequence")))),
                new Document("$set", set),
                new UpdateOptions().upsert(true));
    }

    private void write(String name, List<WriteModel<Document>> models) {
        try {
            store.getCollection(name).bulkWrite(models, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // A newer state is there already: the filter did not match and the upsert's id is
            // taken.
            boolean onlyNewer =
                    !e.getWriteErrors().isEmpty()
                            && e.getWriteErrors().stream()
                                    .map(BulkWriteError::getCode)
                                    .allMatch(code -> code == DUPLICATE_KEY);
            if (!onlyNewer) {
                throw e;
            }
        }
    }
}
