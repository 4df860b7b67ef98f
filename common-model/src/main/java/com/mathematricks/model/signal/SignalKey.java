package com.mathematricks.model.signal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mathematricks.model.settings.StrategyName;

/// What makes a signal the same signal: `strategy:id`, with the sender's id. A second delivery of a
/// key never trades.
public record SignalKey(@JsonValue String value) {

    /// Longest id that a sender may give.
    public static final int MAX_ID_LENGTH = 128;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignalKey {
        if (value.isBlank() || value.length() > MAX_ID_LENGTH + 65) {
            throw new IllegalArgumentException("signal key of " + value.length() + " characters");
        }
    }

    public static SignalKey of(StrategyName strategy, String id) {
        return new SignalKey(strategy.value() + ":" + id);
    }

    @Override
    public String toString() {
        return value;
    }
}
