package com.mathematricks.collector.relay;

import com.mathematricks.collector.inbox.Backlog;
import com.mathematricks.model.settings.StrategyName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the lanes, one per strategy that has open signals, side by side on a few threads. A lane
/// that waits holds no thread.
public final class SignalRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignalRelay.class);
    private static final int THREADS = 16;
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
    private static final int GRACE_SECONDS = 12;

    private final Backlog backlog;
    private final Engine engine;
    private final EngineContact contact;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<StrategyName, Running> lanes = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads =
            new ScheduledThreadPoolExecutor(
                    THREADS, Thread.ofPlatform().daemon().name("relay-", 1).factory());
    private volatile boolean open;

    public SignalRelay(
            Backlog backlog,
            Engine engine,
            EngineContact contact,
            Clock clock,
            RandomGenerator random) {
        this.backlog = backlog;
        this.engine = engine;
        this.contact = contact;
        this.clock = clock;
        this.random = random;
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.setRemoveOnCancelPolicy(true);
    }

    private static final class Running {

        final Lane lane;
        // Guarded by the map's entry: something came while the lane was looking.
        boolean lookAgain;

        Running(Lane lane) {
            this.lane = lane;
        }
    }

    /// Before this, nobody is woken.
    public void start() {
        open = true;
    }

    /// The strategy has an open signal.
    public void wake(StrategyName strategy) {
        if (!open) {
            return;
        }
        lanes.compute(
                strategy,
                (name, running) -> {
                    if (running != null) {
                        running.lookAgain = true;
                        return running;
                    }
                    var fresh =
                            new Running(new Lane(name, backlog, engine, contact, clock, random));
                    schedule(name, fresh, Duration.ZERO);
                    return fresh;
                });
    }

    /// Wakes each strategy that has open signals.
    ///
    /// @throws com.mathematricks.collector.inbox.StoreUnavailableException the rest comes next time
    public void wakeAll() {
        Optional<StrategyName> next = backlog.strategyAfter(null);
        while (next.isPresent()) {
            wake(next.get());
            next = backlog.strategyAfter(next.get());
        }
    }

    /// For how long the oldest signal without an outcome has waited; zero where none waits.
    public Duration longestWait() {
        Instant now = clock.instant();
        return lanes.values().stream()
                .map(running -> running.lane.waitingSince())
                .filter(Objects::nonNull)
                .map(since -> Duration.between(since, now))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void schedule(StrategyName name, Running running, Duration delay) {
        try {
            var _ =
                    threads.schedule(
                            () -> run(name, running), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} rests, the service is stopping", name);
        }
    }

    private void run(StrategyName name, Running running) {
        Lane.Then then;
        try {
            then = running.lane.step();
        } catch (RuntimeException e) {
            LOG.error("relaying signals of {} failed, it goes on in a while", name, e);
            then = new Lane.Then.Wait(AFTER_FAULT);
        }
        switch (then) {
            case Lane.Then.GoOn() -> schedule(name, running, Duration.ZERO);
            case Lane.Then.Wait(var pause) -> schedule(name, running, pause);
            case Lane.Then.Rest() -> rest(name, running);
        }
    }

    private void rest(StrategyName name, Running running) {
        lanes.computeIfPresent(
                name,
                (ignored, current) -> {
                    if (!running.lookAgain) {
                        return null;
                    }
                    running.lookAgain = false;
                    schedule(name, running, Duration.ZERO);
                    return running;
                });
    }

    /// Lets a post that is under way come to its outcome.
    @Override
    public void close() {
        open = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
