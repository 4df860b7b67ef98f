package com.mathematricks.model.settings;

import java.util.Locale;

/// How the size of what opens or adds is found. `docs/sizing.md` has an example of each.
public enum SizingMode {
    AS_SIGNALLED,
    FIXED_QUANTITY,
    FIXED_NOTIONAL,
    PERCENT_OF_EQUITY;

    /// The word in `strategies.yml`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
