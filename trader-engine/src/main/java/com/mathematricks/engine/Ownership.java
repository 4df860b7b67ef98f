package com.mathematricks.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether this engine still owns the journal. Once replaced it stays so until a person restarts
/// it.
public final class Ownership {

    /// An order may leave only if ownership was seen this recently.
    static final Duration FRESH = Duration.ofSeconds(5);

    private final Clock clock;
    private volatile Instant seen = Instant.EPOCH;
    private volatile @Nullable String replacedBy;

    public Ownership(Clock clock) {
        this.clock = clock;
    }

    /// No other writer's entry follows ours, as of now.
    public void seen() {
        seen = clock.instant();
    }

    public void lost(String how) {
        replacedBy = how;
    }

    public boolean isReplaced() {
        return replacedBy != null;
    }

    public @Nullable String replacedBy() {
        return replacedBy;
    }

    boolean isSure() {
        return !isReplaced() && !seen.plus(FRESH).isBefore(clock.instant());
    }
}
