package com.mathematricks.model.signal;

/// What a leg asks for. `docs/signals.md` says what each does to a position.
public enum Action {
    /// Close a short, then be long.
    BUY,
    /// Close a long, then be short.
    SELL,
    /// Open, as an entry of its own; the leg's side says which way.
    ENTRY,
    /// Enlarge a position that is held.
    ADD,
    /// Close all or the stated part; never opens.
    EXIT,
    /// Cancel working orders; no position is touched.
    CANCEL,
    /// Close and open the other side.
    REVERSE,
    /// Move the stop to the entry price.
    BREAKEVEN
}
