package com.mathematricks.engine.calendar;

import java.time.Instant;

/// One trading day of a market, from its open to just before its close.
public record Session(Instant opens, Instant closes) {

    public Session {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a session from %s to %s".formatted(opens, closes));
        }
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(opens) && moment.isBefore(closes);
    }
}
