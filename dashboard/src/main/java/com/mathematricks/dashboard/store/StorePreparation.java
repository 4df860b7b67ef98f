package com.mathematricks.dashboard.store;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prepares the store beside the start-up, as often as it takes: the store may come later than the
/// dashboard, and its users later still.
public final class StorePreparation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StorePreparation.class);
    private static final int PAUSE_SECONDS = 2;

    private final List<StoreStep> steps;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("store-preparation").factory());
    private volatile boolean done;
    private String lastFailure = "";

    public StorePreparation(List<StoreStep> steps) {
        this.steps = List.copyOf(steps);
    }

    public void start() {
        timer.execute(this::attempt);
    }

    public boolean isDone() {
        return done;
    }

    private void attempt() {
        try {
            steps.forEach(StoreStep::prepare);
            done = true;
            LOG.info("the store is prepared");
        } catch (RuntimeException e) {
            report(e);
            if (!timer.isShutdown()) {
                var _ = timer.schedule(this::attempt, PAUSE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /// Each kind of failure once, not every two seconds.
    private void report(RuntimeException e) {
        String failure = e.getClass().getName();
        if (!failure.equals(lastFailure)) {
            lastFailure = failure;
            LOG.warn("the store cannot be prepared yet, trying again: {}", e.getMessage());
            LOG.debug("the store cannot be prepared yet", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
