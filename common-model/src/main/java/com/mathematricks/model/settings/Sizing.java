package com.mathematricks.model.settings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A strategy's sizing mode with its one parameter.
///
/// @param value units for FIXED_QUANTITY, money of the account's currency for FIXED_NOTIONAL and
///   RISK_AMOUNT, per cent for PERCENT_OF_EQUITY and PERCENT_OF_CAPITAL; null for AS_SIGNALLED and
///   SCALED_EQUITY
public record Sizing(SizingMode mode, @Nullable BigDecimal value) {

    public static final Sizing AS_SIGNALLED = new Sizing(SizingMode.AS_SIGNALLED, null);

    public Sizing {
        if (mode.hasValue() != (value != null)) {
            throw new IllegalArgumentException("sizing " + mode.word() + " with value " + value);
        }
        if (value != null && value.signum() <= 0) {
            throw new IllegalArgumentException(
                    "sizing " + mode.word() + ": " + value + " must be above 0");
        }
    }
}
