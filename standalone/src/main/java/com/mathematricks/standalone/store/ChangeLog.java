package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The last changes, in memory and bounded, for change streams. A change is shown once it is on
/// disk, and whoever waits for it is woken then. A stream that asks for what is no longer here, or
/// was before this start, gets the error that makes a client query again.
final class ChangeLog {

    private static final int MOST_CHANGES = 1 << 14;
    private static final long MOST_BYTES = 8L << 20;
    private static final int HISTORY_LOST = 286;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Clock clock;

    /// Of this start, in each token: a clock can stand still, or go back, between two.
    private final String run = UUID.randomUUID().toString();

    private final @Nullable Change[] ring = new @Nullable Change[MOST_CHANGES];
    private final List<Change> pending = new ArrayList<>();

    private long first;
    private long behindLast;
    private long bytes;
    private long lastPosition;
    private long forgotten;
    private long stored;
    private boolean closed;

    ChangeLog(Clock clock) {
        this.clock = clock;
        lastPosition = clock.instant().getEpochSecond() << 32;
        forgotten = lastPosition;
    }

    /// Notes a change of the command under way; by the thread that may write.
    void note(
            long number,
            Change.Kind kind,
            String database,
            String collection,
            @Nullable Object id,
            byte @Nullable [] document) {
        pending.add(new Change(0, number, kind, database, collection, id, document));
    }

    void forgetNoted() {
        pending.clear();
    }

    void keepNoted() {
        if (pending.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            pending.forEach(this::append);
        } finally {
            lock.unlock();
        }
        pending.clear();
    }

    private void append(Change change) {
        lastPosition = Math.max(lastPosition + 1, clock.instant().getEpochSecond() << 32);
        Change placed =
                new Change(
                        lastPosition,
                        change.number(),
                        change.kind(),
                        change.database(),
                        change.collection(),
                        change.id(),
                        change.document());
        ring[slot(behindLast++)] = placed;
        bytes += placed.size();
        while (behindLast - first == MOST_CHANGES || bytes > MOST_BYTES) {
            Change oldest = at(first);
            bytes -= oldest.size();
            forgotten = oldest.position();
            ring[slot(first++)] = null;
        }
    }

    /// All commands up to this number are on disk.
    void show(long number) {
        lock.lock();
        try {
            stored = Math.max(stored, number);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Wakes all who wait, to look whether they still should.
    void wake() {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Where a stream begins that asks for what comes from now on.
    long now() {
        lock.lock();
        try {
            long index = behindLast;
            while (index > first && at(index - 1).number() > stored) {
                index--;
            }
            return index > first ? at(index - 1).position() : forgotten;
        } finally {
            lock.unlock();
        }
    }

    Document token(long position) {
        return new Document("_data", "%016x-%s".formatted(position, run));
    }

    /// Of a token that this start gave and whose next change is still here.
    long position(Document token) {
        String[] parts = String.valueOf(token.get("_data")).split("-", 2);
        if (parts.length < 2 || !parts[1].equals(run)) {
            throw lost();
        }
        long position = Long.parseUnsignedLong(parts[0], 16);
        var _ = behind(position, 0);
        return position;
    }

    private static MongoServerError lost() {
        return new MongoServerError(
                HISTORY_LOST,
                "ChangeStreamHistoryLost",
                "the change log no longer reaches back to this resume token");
    }

    /// The changes behind a position that are on disk, oldest first, some at a time.
    List<Change> behind(long position, int most) {
        lock.lock();
        try {
            if (position < forgotten) {
                throw lost();
            }
            List<Change> found = new ArrayList<>();
            for (long index = indexBehind(position);
                    index < behindLast && found.size() < most;
                    index++) {
                Change change = at(index);
                if (change.number() > stored) {
                    break;
                }
                found.add(change);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is a change behind the position, the time is over or nobody wants it.
    void await(long position, long millis, BooleanSupplier wanted) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (nanos > 0 && !closed && wanted.getAsBoolean() && !isAny(position)) {
                nanos = news.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isAny(long position) {
        long index = indexBehind(position);
        return index < behindLast && at(index).number() <= stored;
    }

    private long indexBehind(long position) {
        long low = first;
        long high = behindLast;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Change at(long index) {
        Change change = ring[slot(index)];
        if (change == null) {
            throw new IllegalStateException("no change at " + index);
        }
        return change;
    }

    private static int slot(long index) {
        return (int) (index & (MOST_CHANGES - 1));
    }
}
