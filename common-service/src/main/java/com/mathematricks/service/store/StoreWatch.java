package com.mathematricks.service.store;

import com.mathematricks.service.outage.Outage;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Asks the store every two seconds whether it is there, and tells in the log and to health what
/// keeps it away. Whoever needs the store waits for it himself, and need not tell it again.
public final class StoreWatch implements AutoCloseable {

    private static final int PERIOD_SECONDS = 2;

    private final MongoDatabase store;
    private final @Nullable String user;
    private final Outage outage;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("store-watch").factory());

    public StoreWatch(MongoDatabase store, ConnectionString address) {
        this.store = store.withTimeout(StoreConfiguration.CALL_LIMIT_SECONDS, TimeUnit.SECONDS);
        this.user = address.getUsername();
        this.outage =
                new Outage("MongoDB at " + String.join(",", address.getHosts()), System::nanoTime);
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            store.runCommand(new Document("ping", 1));
            outage.isOver();
        } catch (RuntimeException e) {
            outage.lasts(StoreTrouble.of(e, user));
        }
    }

    /// For a person; empty while it answers.
    public Optional<String> trouble() {
        return Optional.ofNullable(outage.text());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
