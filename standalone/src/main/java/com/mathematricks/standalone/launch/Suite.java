package com.mathematricks.standalone.launch;

import com.mathematricks.standalone.binder.InProcessBinder;
import com.mathematricks.standalone.credentials.Credentials;
import com.mathematricks.standalone.folder.DataFolder;
import com.mathematricks.standalone.store.EmbeddedStore;
import com.mathematricks.standalone.store.EmbeddedStoreException;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The store and the four services, started together and stopped in order: first who takes signals
/// in, last who keeps what became of them.
public final class Suite implements AutoCloseable {

    private static final int ROUND_MILLIS = 100;
    private static final int ROUNDS_BETWEEN_REMINDERS = 100;

    private static final List<ServiceDescription> ORDER_OF_STOP =
            List.of(
                    ServiceDescription.COLLECTOR,
                    ServiceDescription.ENGINE,
                    ServiceDescription.NOTIFIER,
                    ServiceDescription.DASHBOARD);

    /// Whose times are those of the trading; the others show and tell them.
    private static final List<ServiceDescription> CLOCKED =
            List.of(ServiceDescription.COLLECTOR, ServiceDescription.ENGINE);

    private final Progress progress;
    private final Optional<Clock> clock;
    private final InProcessBinder events = new InProcessBinder();
    private final Map<String, ServiceContext> running = new ConcurrentHashMap<>();
    private volatile boolean failed;
    private @Nullable EmbeddedStore store;

    /// @param clock of the engine and the collector, where it is not the machine's
    public Suite(Progress progress, Optional<Clock> clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /// Returns once all contexts are up; `waitUntilReady` waits for what they do then.
    public void start(
            RunOptions options, DataFolder folder, Credentials credentials, String internalToken)
            throws StartFailedException {
        EmbeddedStore opened = open(folder);
        synchronized (this) {
            store = opened;
        }
        progress.step("store is open; waiting for the four services");
        var settings = new Settings(options, folder, credentials, internalToken, opened.uri());
        // Whoever waits for another can wait; this order only lets it wait less.
        startTogether(
                List.of(
                        () -> start(ServiceDescription.NOTIFIER, settings.notifier()),
                        () -> start(ServiceDescription.DASHBOARD, settings.dashboard()),
                        () -> start(ServiceDescription.ENGINE, settings.engine()),
                        () -> start(ServiceDescription.COLLECTOR, settings.collector())));
    }

    private static EmbeddedStore open(DataFolder folder) {
        try {
            return EmbeddedStore.open(folder.store(), 0);
        } catch (EmbeddedStoreException e) {
            throw CommandFailedException.because(String.valueOf(e.getMessage()));
        }
    }

    /// In pairs, because starting is mere computing and small machines have two processors.
    private static void startTogether(List<Callable<Void>> starts) throws StartFailedException {
        try (var executor =
                Executors.newFixedThreadPool(2, Thread.ofPlatform().name("start-", 0).factory())) {
            List<Future<Void>> results = starts.stream().map(executor::submit).toList();
            for (Future<Void> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartFailedException failure
                    ? failure
                    : new StartFailedException("the suite", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("the suite", e);
        }
    }

    private Optional<Clock> clockOf(ServiceDescription service) {
        return clock.filter(_ -> CLOCKED.contains(service));
    }

    private @Nullable Void start(ServiceDescription service, Map<String, Object> settings)
            throws StartFailedException {
        if (failed) {
            return null;
        }
        try {
            running.put(
                    service.name(),
                    ServiceContext.start(service, settings, events, clockOf(service)));
        } catch (RuntimeException e) {
            failed = true;
            throw new StartFailedException(service.name(), e);
        }
        progress.step(service.name() + " is up");
        return null;
    }

    /// The engine may still be reading its journal: that takes as long as it takes.
    public void waitUntilReady() throws InterruptedException {
        List<String> last = List.of();
        for (int round = 0; ; round++) {
            List<String> waiting =
                    running.values().stream()
                            .filter(service -> !service.isReady())
                            .map(ServiceContext::name)
                            .sorted()
                            .toList();
            if (waiting.isEmpty()) {
                return;
            }
            if (!waiting.equals(last) || round % ROUNDS_BETWEEN_REMINDERS == 0) {
                progress.step("waiting until ready: " + String.join(", ", waiting));
                last = waiting;
            }
            Thread.sleep(ROUND_MILLIS);
        }
    }

    @Override
    public void close() {
        if (!running.isEmpty()) {
            progress.say("Stopping …");
        }
        var order = new ArrayList<AutoCloseable>();
        ORDER_OF_STOP.stream()
                .map(service -> running.remove(service.name()))
                .filter(Objects::nonNull)
                .forEach(order::add);
        synchronized (this) {
            if (store != null) {
                order.add(store);
            }
            store = null;
        }
        order.forEach(Suite::closeQuietly);
    }

    /// One that fails to stop does not keep the others from it.
    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Suite.class).warn("{} did not stop well", part, e);
        }
    }
}
