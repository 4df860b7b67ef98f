package com.mathematricks.engine.store;

import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that brings the journal's entries to one consumer, in order, from where it stopped. An
/// entry whose consumer fails is brought again until it succeeds; nothing is skipped.
public final class JournalReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);
    private static final int BATCH = 200;
    private static final int LOOK_SECONDS = 1;

    private final String name;
    private final Journal journal;
    private final StreamPositions positions;
    private final Consumer<List<Entry>> consumer;
    private final Pause pause;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile long position = -1;
    private volatile String trouble = "";

    public JournalReader(
            String name,
            Journal journal,
            StreamPositions positions,
            Consumer<List<Entry>> consumer,
            Pause pause) {
        this.name = name;
        this.journal = journal;
        this.positions = positions;
        this.consumer = consumer;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("journal-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// There may be a new entry.
    public void wake() {
        wakes.release();
    }

    /// The last sequence that was dealt with; -1 before that is known.
    public long position() {
        return position;
    }

    /// Why it does not get on; empty while it does.
    public String trouble() {
        return trouble;
    }

    private void run() {
        int failures = 0;
        while (!closed) {
            try {
                if (position < 0) {
                    position = positions.of(name);
                }
                if (!readOn()) {
                    wakes.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
                    wakes.drainPermits();
                }
                failures = 0;
                trouble = "";
            } catch (InterruptedException | StoppedException e) {
                return;
            } catch (RuntimeException e) {
                failures = failed(e, failures);
            }
        }
    }

    private boolean readOn() {
        List<Entry> entries = journal.after(position, BATCH);
        if (entries.isEmpty()) {
            return false;
        }
        consumer.accept(entries);
        long read = entries.getLast().sequence();
        positions.store(name, read);
        position = read;
        return true;
    }

    private int failed(RuntimeException e, int failures) {
        trouble = String.valueOf(e.getMessage());
        if (failures == 0) {
            LOG.warn("{} waits after entry {}: {}", name, position, e.toString());
        }
        try {
            pause.before(failures);
        } catch (StoppedException stopped) {
            closed = true;
        }
        return failures + 1;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
