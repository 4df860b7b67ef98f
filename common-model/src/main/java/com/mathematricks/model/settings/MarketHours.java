package com.mathematricks.model.settings;

/// Whether an account trades only while the market of an instrument is open.
public enum MarketHours {
    KEEP,
    /// At any hour, as if no market ever closed: for a paper account to try things out.
    IGNORE
}
