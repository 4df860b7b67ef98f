package com.mathematricks.collector.webhook;

import com.mathematricks.collector.format.SecretMask;
import com.mathematricks.service.store.Collections;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last requests in `webhook_requests`, for a person who waits for a first alert. Written
/// behind the answers, a little later; while the store is away only the last ones are kept.
public final class RequestRing implements AutoCloseable {

    /// What the webhook answers; who comes too often (429) is counted once, when that begins.
    public static final List<Integer> STATUSES = List.of(202, 400, 401, 403, 405, 413, 429, 503);

    static final int SIZE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(RequestRing.class);
    private static final int BODY_LIMIT = 2048;
    private static final int PERIOD_MILLIS = 100;
    private static final int CALL_LIMIT_SECONDS = 2;

    private final MongoCollection<Document> requests;
    private final Deque<Document> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-requests").factory());
    private final Map<Integer, LongAdder> answered =
            STATUSES.stream().collect(Collectors.toMap(status -> status, _ -> new LongAdder()));
    // Of the writer's thread only; null until the store told.
    private @Nullable Long lastNumber;

    public RequestRing(MongoDatabase store) {
        requests =
                store.getCollection(Collections.WEBHOOK_REQUESTS)
                        .withTimeout(CALL_LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    public void start() {
        var _ =
                writer.scheduleWithFixedDelay(
                        this::write, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// How many requests were answered so since the start.
    public long answered(int status) {
        LongAdder count = answered.get(status);
        return count == null ? 0 : count.sum();
    }

    void add(WebhookPost post, WebhookAnswer answer, Instant at) {
        LongAdder count = answered.get(answer.status());
        if (count != null) {
            count.increment();
        }
        String masked = SecretMask.mask(post.body().shown());
        var request =
                new Document("at", Date.from(at))
                        .append("address", post.address())
                        .append("path", post.shownPath())
                        .append("status", answer.status())
                        .append("cause", answer.cause())
                        .append("cure", answer.cure())
                        .append("body", masked.substring(0, Math.min(BODY_LIMIT, masked.length())));
        if (answer.strategy() != null) {
            request.append("strategy", answer.strategy().value());
        }
        synchronized (waiting) {
            if (waiting.size() == SIZE) {
                waiting.removeFirst();
            }
            waiting.addLast(request);
        }
    }

    private void write() {
        try {
            Document request = first();
            while (request != null) {
                write(request);
                drop(request);
                request = first();
            }
        } catch (MongoException e) {
            LOG.debug("requests wait to be listed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("requests wait to be listed", e);
        }
    }

    private @Nullable Document first() {
        synchronized (waiting) {
            return waiting.peekFirst();
        }
    }

    private void drop(Document written) {
        synchronized (waiting) {
            // It may have had to make room meanwhile.
            if (written.equals(waiting.peekFirst())) {
                waiting.removeFirst();
            }
        }
    }

    private void write(Document request) {
        long number = (lastNumber == null ? highestNumber() : lastNumber) + 1;
        var whole = new Document("_id", slot(number)).append("n", number);
        whole.putAll(request);
        requests.replaceOne(
                new Document("_id", slot(number)), whole, new ReplaceOptions().upsert(true));
        lastNumber = number;
    }

    private static int slot(long number) {
        return (int) ((number - 1) % SIZE) + 1;
    }

    /// Of 200 documents, so no index is needed.
    private long highestNumber() {
        return requests.find().into(new ArrayList<>()).stream()
                .map(document -> document.get("n"))
                .filter(Number.class::isInstance)
                .mapToLong(number -> ((Number) number).longValue())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (writer.awaitTermination(CALL_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
