package com.mathematricks.engine.price;

/// Where a price came from.
public enum PriceSource {
    /// A feed or a post with the internal token.
    QUOTE,
    /// A TradingView price alert.
    ALERT,
    /// What one of our orders was filled at.
    FILL,
    /// A signal's own statement; good for its own strategy only.
    SIGNAL;

    /// True where nobody's wish to trade or our own trading stands behind it.
    boolean isIndependent() {
        return this == QUOTE || this == ALERT;
    }
}
