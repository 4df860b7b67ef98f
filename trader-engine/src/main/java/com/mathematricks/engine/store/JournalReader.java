package com.mathematricks.engine.store;

import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that brings the journal's entries to one consumer, in order, from where it stopped. An
/// entry whose consumer fails is brought again until it succeeds; nothing is skipped. How far it
/// got is stored a little later where the consumer may be brought the same entries again.
public final class JournalReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);
    private static final int BATCH = 200;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LAST_ENTRIES = Duration.ofSeconds(2);

    private final String name;
    private final Journal journal;
    private final StreamPositions positions;
    private final Consumer<List<Entry>> consumer;
    private final Pause pause;
    private final Duration storedWithin;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile long position = -1;
    private long storedPosition;
    private long storedAt;
    private volatile String trouble = "";

    /// @param storedWithin so much of the past may come again after a crash; zero: only what the
    ///   consumer was at
    public JournalReader(
            String name,
            Journal journal,
            StreamPositions positions,
            Consumer<List<Entry>> consumer,
            Pause pause,
            Duration storedWithin) {
        this.name = name;
        this.journal = journal;
        this.positions = positions;
        this.consumer = consumer;
        this.pause = pause;
        this.storedWithin = storedWithin;
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
                    storedPosition = positions.of(name);
                    position = storedPosition;
                }
                boolean more = readOn();
                storePosition();
                if (!more) {
                    wakes.tryAcquire(millisToWait(), TimeUnit.MILLISECONDS);
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

    /// True where there may be more: an entry that comes later wakes.
    private boolean readOn() {
        List<Entry> entries = journal.after(position, BATCH);
        if (!entries.isEmpty()) {
            consumer.accept(entries);
            position = entries.getLast().sequence();
        }
        return entries.size() == BATCH;
    }

    private void storePosition() {
        if (position != storedPosition && System.nanoTime() - storedAt >= storedWithin.toNanos()) {
            positions.store(name, position);
            storedPosition = position;
            storedAt = System.nanoTime();
        }
    }

    private long millisToWait() {
        return position == storedPosition ? LOOK.toMillis() : storedWithin.toMillis();
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
        wake();
        try {
            // What is under way is brought to its end, as long as that does not take long.
            thread.join(LAST_ENTRIES.toMillis());
            thread.interrupt();
            thread.join(LAST_ENTRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
