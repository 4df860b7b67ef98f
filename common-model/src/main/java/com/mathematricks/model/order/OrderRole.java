package com.mathematricks.model.order;

/// What an order is for. An entry enlarges a position, an exit shrinks it; stop and target are the
/// protective orders that rest behind a position.
public enum OrderRole {
    ENTRY,
    EXIT,
    STOP,
    TARGET;

    public boolean isProtective() {
        return this == STOP || this == TARGET;
    }
}
