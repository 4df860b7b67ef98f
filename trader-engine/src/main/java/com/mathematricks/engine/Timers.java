package com.mathematricks.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the engine does again and again. A task that fails is done again at its next time; that it
/// fails is told once, and shown until it works again.
final class Timers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private final Map<String, String> troubles = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("engine-timer-", 0).factory());

    /// @param name what it does, in a sentence's place: `name failed`
    void every(int seconds, String name, Runnable task) {
        var _ =
                threads.scheduleWithFixedDelay(
                        () -> run(name, task), seconds, seconds, TimeUnit.SECONDS);
    }

    void once(String name, Runnable task) {
        threads.execute(() -> run(name, task));
    }

    /// What failed when it was tried last, for a person; empty: nothing.
    String trouble() {
        return String.join("; ", troubles.values());
    }

    void run(String name, Runnable task) {
        try {
            task.run();
            if (troubles.remove(name) != null) {
                LOG.info("{} works again", name);
            }
        } catch (EngineBusyException e) {
            // The engine is not up, or replaced, and says so itself.
            LOG.debug("{}", name, e);
        } catch (RuntimeException e) {
            if (threads.isShutdown()) {
                LOG.debug("{} during the end", name, e);
            } else if (troubles.put(name, name + " failed: " + e.getMessage()) == null) {
                LOG.warn("{} failed and is tried again", name, e);
            } else {
                LOG.debug("{} failed again", name, e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
