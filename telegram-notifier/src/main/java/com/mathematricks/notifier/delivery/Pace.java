package com.mathematricks.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Telegram's limits: about one message a second in a chat, 20 a minute in a group, 30 a second
/// over all.
public final class Pace {

    private static final Duration PRIVATE = Duration.ofSeconds(1);
    private static final Duration GROUP = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int MOST_IN_WINDOW = 30;

    private final Map<Long, Instant> lastOf = new HashMap<>();
    private final Deque<Instant> last = new ArrayDeque<>();

    /// Zero takes the turn; else how long there is none.
    public synchronized Duration take(long chat, Instant now) {
        Instant free = Instant.MIN;
        Instant before = lastOf.get(chat);
        if (before != null) {
            free = before.plus(isGroup(chat) ? GROUP : PRIVATE);
        }
        if (last.size() == MOST_IN_WINDOW) {
            Instant window = last.getFirst().plus(WINDOW);
            free = window.isAfter(free) ? window : free;
        }
        if (free.isAfter(now)) {
            return Duration.between(now, free);
        }
        lastOf.put(chat, now);
        if (last.size() == MOST_IN_WINDOW) {
            last.removeFirst();
        }
        last.addLast(now);
        return Duration.ZERO;
    }

    /// Telegram gives groups and channels ids below zero.
    private static boolean isGroup(long chat) {
        return chat < 0;
    }
}
