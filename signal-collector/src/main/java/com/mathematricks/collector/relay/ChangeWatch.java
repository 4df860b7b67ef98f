package com.mathematricks.collector.relay;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a question again whenever a collection changes, and once in a while anyway. The change
/// stream only wakes: whatever happens to it, the question is asked and the stream opened anew.
public final class ChangeWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

    private static final Duration STREAM_WAIT = Duration.ofMillis(500);

    /// A server that does not wait for events is not asked more often than this.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

    private final String name;
    private final MongoCollection<Document> collection;
    private final List<Bson> pipeline;
    private final Runnable question;
    private final Duration period;
    private final InstantSource clock;
    private final BackOff backOff;
    private final Thread thread;
    private volatile boolean closed;
    private boolean troubled;

    /// @param pipeline which changes wake
    /// @param period the question is asked at least this often
    public ChangeWatch(
            String name,
            MongoCollection<Document> collection,
            List<Bson> pipeline,
            Runnable question,
            Duration period,
            InstantSource clock,
            RandomGenerator random) {
        this.name = name;
        this.collection = collection;
        this.pipeline = List.copyOf(pipeline);
        this.question = question;
        this.period = period;
        this.clock = clock;
        this.backOff = new BackOff(random);
        this.thread = Thread.ofPlatform().daemon().name("watch-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                watch();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    waitOut(e);
                }
            }
        }
    }

    private void watch() throws InterruptedException {
        try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream =
                collection
                        .watch(pipeline)
                        .maxAwaitTime(STREAM_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                        .cursor()) {
            // Asked after the stream is open, so that nothing falls in between.
            ask();
            var asked = clock.instant();
            while (!closed) {
                var waiting = clock.instant();
                boolean woken = stream.tryNext() != null;
                while (woken && stream.available() > 0) {
                    stream.next();
                }
                var now = clock.instant();
                if (woken || !now.isBefore(asked.plus(period))) {
                    asked = now;
                    ask();
                } else if (now.isBefore(waiting.plus(SHORTEST_WAIT))) {
                    Thread.sleep(SHORTEST_WAIT);
                }
            }
        }
    }

    private void ask() {
        question.run();
        if (troubled) {
            LOG.info("watching {} again", name);
        }
        troubled = false;
        backOff.reset();
    }

    private void waitOut(RuntimeException failure) {
        if (!troubled) {
            LOG.warn("watching {} failed, trying again: {}", name, failure.toString());
        }
        troubled = true;
        try {
            // The stream may be what fails: the question is asked without it too.
            question.run();
        } catch (RuntimeException e) {
            LOG.debug("asking about {} failed too", name, e);
        }
        try {
            Thread.sleep(backOff.next());
        } catch (InterruptedException e) {
            closed = true;
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
