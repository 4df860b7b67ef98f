package com.mathematricks.engine.store;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that asks a question when a document comes and once a second. The change stream only
/// wakes: where it fails, the question is asked without it until it is there again.
public final class CommandWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /// A server that does not wait for events is not asked more often than this.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

    /// Of the pauses the longest that is below a second.
    private static final int LONGEST_PAUSE = 4;

    private static final List<Bson> INSERTS =
            List.of(Aggregates.match(Filters.eq("operationType", "insert")));

    private final MongoCollection<Document> collection;
    private final Runnable question;
    private final Pause pause;
    private final Thread thread = Thread.ofPlatform().name("commands").unstarted(this::run);
    private volatile boolean closed;
    private volatile String trouble = "";

    CommandWatch(MongoCollection<Document> collection, Runnable question, Pause pause) {
        this.collection = collection;
        this.question = question;
        this.pause = pause;
    }

    public void start() {
        thread.start();
    }

    /// Why the question cannot be asked; empty while it can.
    public String trouble() {
        return trouble;
    }

    private void run() {
        for (int failures = 0; !closed; failures++) {
            try {
                watch();
            } catch (InterruptedException | StoppedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("commands are not watched: {}", e.getMessage());
            }
            if (!closed && !askedAlone(failures)) {
                return;
            }
        }
    }

    /// Opened before the first question, so that nothing falls in between.
    private void watch() throws InterruptedException {
        try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream =
                collection
                        .watch(INSERTS)
                        .maxAwaitTime(PERIOD.toMillis(), TimeUnit.MILLISECONDS)
                        .cursor()) {
            ask();
            long asked = System.nanoTime();
            while (!closed) {
                long waiting = System.nanoTime();
                boolean woken = stream.tryNext() != null;
                while (woken && stream.available() > 0) {
                    stream.next();
                }
                long now = System.nanoTime();
                if (woken || now - asked >= PERIOD.toNanos()) {
                    asked = now;
                    ask();
                } else if (now - waiting < SHORTEST_WAIT.toNanos()) {
                    Thread.sleep(SHORTEST_WAIT);
                }
            }
        }
    }

    private void ask() {
        question.run();
        if (!trouble.isEmpty()) {
            LOG.info("commands are taken again");
        }
        trouble = "";
    }

    /// False where the service is stopping.
    private boolean askedAlone(int failures) {
        try {
            ask();
        } catch (StoppedException e) {
            return false;
        } catch (RuntimeException e) {
            if (trouble.isEmpty() && !closed) {
                LOG.warn("commands wait: {}", e.toString());
            }
            trouble = String.valueOf(e.getMessage());
        }
        try {
            pause.before(Math.min(failures, LONGEST_PAUSE));
            return true;
        } catch (StoppedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
