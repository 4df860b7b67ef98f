package com.mathematricks.model.instrument;

public enum InstrumentType {
    STOCK,
    OPTION,
    FUTURE,
    FOREX,
    CRYPTO,
    /// A crypto future without expiry, margined like a future.
    PERPETUAL;

    /// True where buying pays the notional (stock, spot, an option's premium); false where only
    /// profit and loss moves cash (futures, perpetuals, forex).
    public boolean movesNotional() {
        return this == STOCK || this == OPTION || this == CRYPTO;
    }
}
