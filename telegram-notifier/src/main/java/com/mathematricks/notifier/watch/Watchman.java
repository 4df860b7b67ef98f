package com.mathematricks.notifier.watch;

import com.mathematricks.notifier.outbox.Forgetting;
import com.mongodb.MongoException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks regularly at what no event tells.
public final class Watchman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private static final int SECONDS_BETWEEN_SERVICES = 5;
    private static final int SECONDS_BETWEEN_DAYS = 60;

    private final ServiceWatch services;
    private final DailySummary days;
    private final Forgetting forgetting;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("watch").factory());

    public Watchman(ServiceWatch services, DailySummary days, Forgetting forgetting) {
        this.services = services;
        this.days = days;
        this.forgetting = forgetting;
    }

    public void start() {
        every(SECONDS_BETWEEN_SERVICES, services::look);
        every(SECONDS_BETWEEN_DAYS, days::look);
        every(SECONDS_BETWEEN_DAYS, forgetting::look);
    }

    private void every(int seconds, Runnable look) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> safely(look), seconds, seconds, TimeUnit.SECONDS);
    }

    private static void safely(Runnable look) {
        try {
            look.run();
        } catch (MongoException e) {
            LOG.debug("the store does not answer: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("a look failed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
