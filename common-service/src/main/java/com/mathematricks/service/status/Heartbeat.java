package com.mathematricks.service.status;

import com.mathematricks.service.store.Collections;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes every few seconds to `service_status` that the service lives, its version, its health and
/// what it last did. Its times are the machine's, whatever clock the trading goes by. An outage of
/// the store is only waited out: whoever reads sees the old time.
public final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int PERIOD_SECONDS = 5;

    private final MongoDatabase store;
    private final Clock clock = Clock.systemUTC();
    private final String service;
    private final Supplier<ServiceState> state;
    private final Date startedAt;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());

    public Heartbeat(MongoDatabase store, String service, Supplier<ServiceState> state) {
        this.store = store;
        this.service = service;
        this.state = state;
        this.startedAt = Date.from(clock.instant());
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::beat, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            ServiceState now = state.get();
            store.getCollection(Collections.SERVICE_STATUS)
                    .replaceOne(
                            new Document("_id", service),
                            new Document("_id", service)
                                    .append("version", version())
                                    .append("startedAt", startedAt)
                                    .append("at", Date.from(clock.instant()))
                                    .append("health", now.health())
                                    .append("lastDid", now.lastDid()),
                            new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            LOG.debug("no heartbeat: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("heartbeat of {} failed", service, e);
        }
    }

    /// `development` where the classes do not come from a packaged jar.
    public static String version() {
        String version = Heartbeat.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
