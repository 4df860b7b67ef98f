package com.mathematricks.dashboard.live;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the whole store while anybody listens. A change stream only wakes; where it breaks,
/// everything may have changed. Whether the store answers at all is told too.
final class StoreWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

    private static final Duration STREAM_WAIT = Duration.ofMillis(500);

    /// Between two attempts, and between two looks where the store has no change streams.
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /// A server that does not wait for events is not asked more often than this.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

    /// Which documents changed is not needed.
    private static final List<Bson> NAMES_ONLY =
            List.of(Aggregates.project(Projections.include("ns", "operationType")));

    private final MongoDatabase store;
    private final Listeners listeners;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("live-store-watch").unstarted(this::run);
    private volatile boolean closed;
    private String lastFailure = "";

    StoreWatch(MongoDatabase store, Listeners listeners) {
        this.store = store;
        this.listeners = listeners;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                listeners.awaitAny();
                watch();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closed && !waitOut(e)) {
                    return;
                }
            }
        }
    }

    private void watch() throws InterruptedException {
        try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream =
                store.watch(NAMES_ONLY)
                        .maxAwaitTime(STREAM_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                        .cursor()) {
            // What happened before the stream was open is not known.
            listeners.storeAnswers(true);
            listeners.changed(Set.of(Listeners.EVERYTHING));
            lastFailure = "";
            while (!closed && listeners.any()) {
                long asked = System.nanoTime();
                Set<String> changed = next(stream);
                if (!changed.isEmpty()) {
                    listeners.changed(changed);
                } else if (System.nanoTime() - asked < SHORTEST_WAIT.toNanos()) {
                    Thread.sleep(SHORTEST_WAIT);
                }
            }
        }
    }

    private static Set<String> next(
            MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream) {
        Set<String> changed = new HashSet<>();
        var change = stream.tryNext();
        while (change != null) {
            var namespace = change.getNamespace();
            changed.add(namespace == null ? Listeners.EVERYTHING : namespace.getCollectionName());
            change = stream.available() > 0 ? stream.next() : null;
        }
        return changed;
    }

    /// Without a change stream pages look again once in a while.
    private boolean waitOut(RuntimeException failure) {
        String kind = failure.getClass().getName();
        if (!kind.equals(lastFailure)) {
            lastFailure = kind;
            LOG.warn("the store cannot be watched, trying again: {}", failure.toString());
        }
        boolean answers = answers();
        listeners.storeAnswers(answers);
        if (answers) {
            listeners.changed(Set.of(Listeners.EVERYTHING));
        }
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean answers() {
        try {
            store.runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
