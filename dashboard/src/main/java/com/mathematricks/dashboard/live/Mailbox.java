package com.mathematricks.dashboard.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// What one page has not been told yet. However much changes while a slow page is written to, it
/// holds each name once.
final class Mailbox {

    /// An event of the stream.
    record Event(String name, String data) {}

    private final Set<String> changed = new TreeSet<>();
    private boolean storeAnswers;
    private boolean storeTold;
    private boolean closed;

    Mailbox(boolean storeAnswers) {
        this.storeAnswers = storeAnswers;
    }

    synchronized void add(Set<String> collections) {
        changed.addAll(collections);
        notifyAll();
    }

    synchronized void storeAnswers(boolean answers) {
        storeAnswers = answers;
        storeTold = false;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// Waits for events; none came in time where it is empty.
    synchronized List<Event> take(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (changed.isEmpty() && storeTold && !closed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return List.of();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        List<Event> events = new ArrayList<>();
        if (!storeTold) {
            storeTold = true;
            events.add(new Event("store", storeAnswers ? "there" : "away"));
        }
        if (!changed.isEmpty()) {
            events.add(new Event("change", String.join(" ", changed)));
            changed.clear();
        }
        return events;
    }
}
