package com.mathematricks.model.order;

/// Where an order stands. `UNKNOWN` means sent without a clear answer: it may have become any of
/// the others, and counts as working until that is resolved.
public enum OrderStatus {
    NEW,
    SUBMITTED,
    ACCEPTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    REJECTED,
    EXPIRED,
    UNKNOWN;

    public boolean isFinal() {
        return this == FILLED || this == CANCELLED || this == REJECTED || this == EXPIRED;
    }
}
