package com.mathematricks.model.signal;

/// `PARTLY`: what closes was approved, what opens was denied, or the size was reduced to a limit.
public enum DecisionOutcome {
    APPROVED,
    PARTLY,
    DENIED
}
