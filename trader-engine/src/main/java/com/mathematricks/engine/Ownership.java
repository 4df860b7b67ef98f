package com.mathematricks.engine;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Whether this engine still owns the journal. Once replaced it stays so until a person restarts
/// it.
public final class Ownership {

    /// An order may leave only if ownership was seen this recently.
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final long NEVER = Long.MIN_VALUE;

    private final LongSupplier nanos;
    private volatile long seen = NEVER;
    private volatile @Nullable String replacedBy;

    /// @param nanos of a clock that nobody sets, as `System.nanoTime`
    public Ownership(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// No other writer's entry follows ours, as of now.
    public void seen() {
        seen = nanos.getAsLong();
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
        return !isReplaced() && seen != NEVER && nanos.getAsLong() - seen <= FRESH.toNanos();
    }
}
