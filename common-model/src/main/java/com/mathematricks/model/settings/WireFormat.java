package com.mathematricks.model.signal;

/// The formats that senders use, in the order of `docs/signals.md`.
public enum WireFormat {
    ENVELOPE,
    TRADINGVIEW,
    BRIDGE,
    KEY_VALUE,
    PLAIN_TEXT
}
