package com.mathematricks.collector.inbox;

import com.mathematricks.model.settings.StrategyName;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// The order of all signals: 1, 2, 3, … as the collector first sees them. Looking for a repeat,
/// taking a number and storing are one step of a strategy, so that within it no lower number
/// appears after a higher one.
public final class Order {

    private static final int STRIPES = 256;

    private final AtomicLong last = new AtomicLong();
    private final LongAdder given = new LongAdder();

    // Strategies may share a lock: outside writers can name any number of them.
    private final ReentrantLock[] locks =
            Stream.generate(() -> new ReentrantLock(true))
                    .limit(STRIPES)
                    .toArray(ReentrantLock[]::new);

    /// The strategy's turn, until closed.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws StoreUnavailableException where others, who wait for the store, have it for too long
    Turn acquire(StrategyName strategy, Duration patience) {
        ReentrantLock lock = locks[Math.floorMod(strategy.value().hashCode(), STRIPES)];
        try {
            if (lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return lock::unlock;
            }
            throw new StoreUnavailableException(
                    "waiting for the signal before", new IllegalStateException("took too long"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("waiting for the signal before", e);
        }
    }

    long next() {
        given.increment();
        return last.incrementAndGet();
    }

    /// How many numbers were given since the start.
    public long given() {
        return given.sum();
    }

    /// The last number given.
    long last() {
        return last.get();
    }

    /// At start: goes on after the highest stored number.
    void continueAfter(long highestStored) {
        last.accumulateAndGet(highestStored, Math::max);
    }
}
