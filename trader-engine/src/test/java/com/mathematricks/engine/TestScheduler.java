package com.mathematricks.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Runs what it is given when the test says so, one task after another, by the test's clock.
final class TestScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final Clock clock;
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(
                    Comparator.<Task>comparingLong(task -> task.due)
                            .thenComparingLong(task -> task.number));
    private long numbers;
    private boolean closed;

    TestScheduler(Clock clock) {
        this.clock = clock;
    }

    /// @return false where nothing is due
    boolean runNext() {
        Task next;
        synchronized (this) {
            if (tasks.isEmpty() || tasks.peek().due > clock.millis()) {
                return false;
            }
            next = tasks.remove();
        }
        next.run();
        return true;
    }

    private synchronized Task add(Runnable command, long delay, long period, TimeUnit unit) {
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        var task =
                new Task(
                        command,
                        clock.millis() + unit.toMillis(delay),
                        unit.toMillis(period),
                        numbers++);
        tasks.add(task);
        return task;
    }

    private final class Task extends FutureTask<Object> implements ScheduledFuture<Object> {

        private final Runnable command;
        private final long due;
        private final long period;
        private final long number;

        Task(Runnable command, long due, long period, long number) {
            super(command, new Object());
            this.command = command;
            this.due = due;
            this.period = period;
            this.number = number;
        }

        @Override
        public void run() {
            if (period == 0) {
                super.run();
                return;
            }
            command.run();
            if (!closed) {
                var _ = add(command, period, period, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - clock.millis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void execute(Runnable command) {
        var _ = add(command, 0, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(command, delay, 0, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(command, initialDelay, delay, unit);
    }

    @Override
    public synchronized void shutdown() {
        closed = true;
        tasks.clear();
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        List<Runnable> left = new ArrayList<>(tasks);
        shutdown();
        return left;
    }

    @Override
    public synchronized boolean isShutdown() {
        return closed;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
