package com.mathematricks.model.settings;

/// The formats that senders use, of which a strategy may accept one only, in the order of
/// `docs/signals.md`.
public enum WireFormat {
    ENVELOPE,
    TRADINGVIEW,
    BRIDGE,
    KEY_VALUE,
    PLAIN_TEXT
}
