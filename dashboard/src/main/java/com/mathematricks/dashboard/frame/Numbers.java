package com.mathematricks.dashboard.frame;

import com.mathematricks.model.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Prices and quantities for a reader: an average price may have 34 digits, a page does not need
/// them. The API has them all.
public final class Numbers {

    private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_EVEN);

    private Numbers() {}

    public static String shown(BigDecimal number) {
        return Decimals.plain(number.round(SHOWN));
    }
}
