package com.mathematricks.notifier.feed;

import com.mathematricks.model.event.EventId;
import java.util.LinkedHashSet;

/// The last event ids that were handled, so that an event delivered again is told once. Bounded: a
/// repeat comes soon after its first delivery.
final class SeenEvents {

    private final int most;
    private final LinkedHashSet<EventId> ids = new LinkedHashSet<>();

    SeenEvents(int most) {
        this.most = most;
    }

    synchronized boolean contains(EventId id) {
        return ids.contains(id);
    }

    synchronized void add(EventId id) {
        ids.add(id);
        if (ids.size() > most) {
            ids.removeFirst();
        }
    }
}
