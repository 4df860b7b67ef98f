package com.mathematricks.engine.journal;

/// What kind of step an entry is.
public enum EntryKind {
    STARTED,
    DECIDED,
    ORDER_CHANGED,
    FILLED,
    ADJUSTED,
    TRIGGERED,
    STATE_CHANGED,
    COMMAND_DONE,
    DAY_CLOSED,
    NOTED
}
