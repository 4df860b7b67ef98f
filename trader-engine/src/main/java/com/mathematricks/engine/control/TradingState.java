package com.mathematricks.engine.control;

/// Who may trade; the order is the strictness.
public enum TradingState {
    ACTIVE,
    /// Only orders that shrink a position.
    REDUCING,
    /// Nothing leaves.
    HALTED
}
