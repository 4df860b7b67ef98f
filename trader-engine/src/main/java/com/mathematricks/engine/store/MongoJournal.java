package com.mathematricks.engine.store;

import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.journal.ReplacedException;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mathematricks.service.store.StoreConfiguration;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// The journal in the store. An append whose outcome is unknown is repeated under its numbers: a
/// number that is taken is either our own entry, stored by an attempt whose answer was lost, or
/// another writer's, and then this engine is replaced.
public final class MongoJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(MongoJournal.class);
    private static final int DUPLICATE_KEY = 11000;
    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> limited;
    private final Pause pause;

    public MongoJournal(MongoDatabase store, Pause pause) {
        this.entries = store.getCollection(Collections.JOURNAL);
        // A store that takes a call and never answers it must not stop the deciding thread.
        this.limited = entries.withTimeout(StoreConfiguration.CALL_LIMIT_SECONDS, TimeUnit.SECONDS);
        this.pause = pause;
    }

    public void createIndexes() {
        entries.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
    }

    @Override
    public void append(List<Entry> appended) {
        List<Entry> left = appended;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            try {
                limited.insertMany(left.stream().map(MongoJournal::document).toList());
                left = List.of();
            } catch (MongoBulkWriteException e) {
                left = afterRefusal(left, e, attempt);
            } catch (MongoException e) {
                if (attempt == 0) {
                    LOG.warn(
                            "journal entry {} may or may not be stored, trying again: {}",
                            left.getFirst().sequence(),
                            e.getMessage());
                }
                pause.before(attempt);
            }
        }
    }

    private List<Entry> afterRefusal(List<Entry> left, MongoBulkWriteException e, int attempt) {
        if (e.getWriteErrors().isEmpty()) {
            // A write concern error: stored on the primary, not confirmed by a majority in time.
            pause.before(attempt);
            return left;
        }
        var error = e.getWriteErrors().getFirst();
        Entry refused = left.get(error.getIndex());
        if (error.getCode() != DUPLICATE_KEY) {
            throw new IllegalStateException(
                    "journal entry %d is refused by the store: %s"
                            .formatted(refused.sequence(), error.getMessage()));
        }
        Optional<Entry> there = storedWith(refused.sequence());
        if (there.isEmpty()) {
            throw new IllegalStateException(
                    "the journal holds key %s already under another number than %d"
                            .formatted(refused.key(), refused.sequence()));
        }
        if (!there.get().writer().equals(refused.writer())) {
            throw new ReplacedException(
                    "journal entry %d was written by %s"
                            .formatted(refused.sequence(), there.get().writer()));
        }
        return left.subList(error.getIndex() + 1, left.size());
    }

    private Optional<Entry> storedWith(long sequence) {
        for (int attempt = 0; ; attempt++) {
            try {
                return withSequence(sequence);
            } catch (MongoException e) {
                if (attempt == 0) {
                    LOG.warn("journal cannot be read, trying again: {}", e.getMessage());
                }
                pause.before(attempt);
            }
        }
    }

    @Override
    public Optional<Entry> withKey(String key) {
        return first(Filters.eq("key", key));
    }

    @Override
    public Set<String> known(Collection<String> keys) {
        var known = new HashSet<String>();
        List<String> left = List.copyOf(keys);
        while (!left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(AT_ONCE, left.size()));
            limited.find(Filters.in("key", some))
                    .projection(Projections.include("key"))
                    .map(document -> document.getString("key"))
                    .into(known);
            left = left.subList(some.size(), left.size());
        }
        return known;
    }

    @Override
    public Optional<Entry> withSequence(long sequence) {
        return first(Filters.eq("_id", sequence));
    }

    private Optional<Entry> first(Bson filter) {
        return Optional.ofNullable(limited.find(filter).first()).map(MongoJournal::entry);
    }

    @Override
    public void forEachAfter(long sequence, Consumer<Entry> reader) {
        long read = sequence;
        List<Entry> page = after(read, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(reader);
            read = page.getLast().sequence();
            page = after(read, AT_ONCE);
        }
    }

    /// Asks for the numbers themselves, which have no gaps: that is fast in any store, where a
    /// range of numbers is not in each.
    @Override
    public List<Entry> after(long sequence, int limit) {
        List<Long> numbers =
                LongStream.rangeClosed(sequence + 1, sequence + limit).boxed().toList();
        return entries.find(Filters.in("_id", numbers))
                .sort(Sorts.ascending("_id"))
                .map(MongoJournal::entry)
                .into(new ArrayList<>());
    }

    private static Document document(Entry entry) {
        Document document = new Document("_id", entry.sequence());
        Documents.of(entry)
                .forEach((name, value) -> {
                    if (!name.equals("sequence")) {
                        document.append(name, value);
                    }
                });
        return document;
    }

    /// Throws IllegalStateException where this version does not know what the entry says.
    private static Entry entry(Document document) {
        try {
            return Documents.read(
                    new Document(document).append("sequence", document.getLong("_id")),
                    Entry.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "journal entry %s cannot be read by this version; a newer one wrote it: %s"
                            .formatted(document.get("_id"), e.getOriginalMessage()),
                    e);
        }
    }
}
