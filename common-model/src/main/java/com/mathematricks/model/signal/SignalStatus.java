package com.mathematricks.model.signal;

/// What became of a received signal on its way to a decision.
public enum SignalStatus {
    RECEIVED,
    /// Waits for an earlier one of its strategy.
    WAITING,
    REFUSED,
    REPEAT,
    DECIDED,
    /// The engine failed on it five times while it was ready for others.
    PARKED,
    SEEN_BEFORE_START,
    OTHER_ENVIRONMENT,
    RESTORED;

    /// True while the relay still has to bring it to the engine.
    public boolean isOpen() {
        return this == RECEIVED || this == WAITING;
    }
}
