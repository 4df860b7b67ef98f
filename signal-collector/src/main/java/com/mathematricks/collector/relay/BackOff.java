package com.mathematricks.collector.relay;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: doubling from a tenth of a second, at most 5 s, each
/// time between half of it and all of it, so that those who wait together do not come together.
public final class BackOff {

    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final long FIRST_MILLIS = 100;

    private final RandomGenerator random;
    private int attempts;

    public BackOff(RandomGenerator random) {
        this.random = random;
    }

    public Duration next() {
        long full = Math.min(LONGEST.toMillis(), FIRST_MILLIS << Math.min(attempts, 10));
        attempts++;
        return Duration.ofMillis(random.nextLong(full / 2, full + 1));
    }

    public void reset() {
        attempts = 0;
    }
}
