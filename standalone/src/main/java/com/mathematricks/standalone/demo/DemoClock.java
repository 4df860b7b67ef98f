package com.mathematricks.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Runs as fast as any clock, from wherever it was put last; in UTC. Never goes back.
public final class DemoClock extends Clock {

    private volatile Duration behind;

    public DemoClock(Instant start) {
        behind = Duration.between(start, Clock.systemUTC().instant());
    }

    /// Where `time` is past already, nothing changes.
    void put(Instant time) {
        Duration wanted = Duration.between(time, Clock.systemUTC().instant());
        if (wanted.compareTo(behind) < 0) {
            behind = wanted;
        }
    }

    /// From here on it shows the real time.
    void release() {
        behind = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the demo's clock is in UTC, not " + zone);
    }
}
