package com.mathematricks.model.signal;

/// What the number in a leg's quantity counts.
public enum QuantityUnit {
    /// Shares, contracts or coins.
    UNITS,
    /// Money of the account's currency, spent on the position.
    NOTIONAL,
    /// Money of the account's currency, lost if the stop is hit.
    RISK_AMOUNT,
    PERCENT_OF_EQUITY,
    PERCENT_OF_POSITION,
    /// Per cent of equity lost if the stop is hit.
    RISK_PERCENT
}
