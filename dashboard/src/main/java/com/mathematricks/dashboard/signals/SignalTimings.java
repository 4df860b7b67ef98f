package com.mathematricks.dashboard.signals;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a signal passed each step of its way; null: it did not (yet).
///
/// @param posted to the engine
public record SignalTimings(
        @Nullable Instant received,
        @Nullable Instant posted,
        @Nullable Instant decided,
        @Nullable Instant firstFill) {

    /// Milliseconds from receipt to a step, for the page.
    public @Nullable Long millisTo(@Nullable Instant step) {
        return received == null || step == null
                ? null
                : Duration.between(received, step).toMillis();
    }
}
