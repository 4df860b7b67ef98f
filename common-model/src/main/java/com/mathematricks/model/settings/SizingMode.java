package com.mathematricks.model.settings;

import java.util.Locale;

/// How the size of what opens or adds is found. `docs/sizing.md` has an example of each.
public enum SizingMode {
    AS_SIGNALLED,
    FIXED_QUANTITY,
    FIXED_NOTIONAL,
    PERCENT_OF_EQUITY,
    PERCENT_OF_CAPITAL,
    /// So much that reaching the stop loses the amount.
    RISK_AMOUNT,
    /// The sender's quantity in proportion to its equity and ours.
    SCALED_EQUITY;

    /// False where the size follows from the signal alone.
    public boolean hasValue() {
        return this != AS_SIGNALLED && this != SCALED_EQUITY;
    }

    /// The word in `strategies.yml`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
