package com.mathematricks.standalone.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the store's file up to date with the log, on a thread of its own and while writers go on:
/// H2 keeps the state of the moment apart. Before that it marks what still counts in mostly
/// given-up parts of the file, to be written anew, so that their space is used again. The file does
/// not shrink.
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int EVERY_SECONDS = 10;

    /// Changed pages kept in memory before the file is brought up to date out of turn. Beyond four
    /// times this much writers wait for it.
    private static final int MUCH_BYTES = 6 << 20;

    private static final int FILL_PERCENT = 50;
    private static final int MOVED_AT_ONCE_BYTES = 2 << 20;

    private final MVStore store;
    private final GroupCommit commits;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("store-upkeep").factory());

    Upkeep(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
    }

    void start() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /// Called after each write.
    void consider() {
        int unsaved = store.getUnsavedMemory();
        if (unsaved > 4 * MUCH_BYTES) {
            updateFile();
        } else if (unsaved > MUCH_BYTES && isAsked.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    private void run() {
        isAsked.set(false);
        try {
            if (store.isClosed()) {
                return;
            }
            store.compact(FILL_PERCENT, MOVED_AT_ONCE_BYTES);
            updateFile();
        } catch (RuntimeException e) {
            LOG.error("the store's file was not brought up to date, the log still has it all", e);
        }
    }

    synchronized void updateFile() {
        if (store.isClosed()) {
            // H2 closes a store that it could not write. The log must then stay as it is.
            return;
        }
        long start = System.nanoTime();
        if (commits.changeFile(this::startCommit)) {
            long waited = System.nanoTime();
            // Nothing to do but wait until the commit is written.
            store.executeFilestoreOperation(() -> {});
            store.sync();
            LOG.debug(
                    "brought up to date in {} µs, of which writers waited {}",
                    (System.nanoTime() - start) / 1000,
                    (waited - start) / 1000);
        }
    }

    private void startCommit() {
        if (store.tryCommit() < 0) {
            store.commit();
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
