package com.mathematricks.engine.calendar;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a market trades at a moment.
public sealed interface MarketStatus {

    /// For a person: what the calendar does not know of that day; null: it knows.
    @Nullable String doubt();

    /// @param text why, for a person
    record Open(String text, @Nullable String doubt) implements MarketStatus {}

    /// @param opens when it opens next
    record Closed(String text, Instant opens, @Nullable String doubt) implements MarketStatus {}

    String text();

    /// Empty: it is open.
    default Optional<Instant> opensAt() {
        return switch (this) {
            case Open _ -> Optional.empty();
            case Closed closed -> Optional.of(closed.opens());
        };
    }
}
