package com.mathematricks.engine.control;

/// Who may trade; the order is the strictness.
public enum TradingState {
    ACTIVE,
    /// Nothing new is opened; what works, and every order that shrinks a position, goes on.
    PAUSED,
    /// Only orders that shrink a position.
    REDUCING,
    /// Nothing leaves but what a person's command closes.
    HALTED
}
