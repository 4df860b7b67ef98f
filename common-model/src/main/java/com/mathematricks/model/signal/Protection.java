package com.mathematricks.model.signal;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A stop-loss or take-profit as stated: a price, or a distance from the entry price in per cent or
/// in price units (`amount`, above zero), with a limit or a trail where one was given.
public record Protection(
        @Nullable Price price,
        @Nullable Percentage percent,
        @Nullable BigDecimal amount,
        @Nullable Price limitPrice,
        @Nullable BigDecimal trailAmount,
        @Nullable Percentage trailPercent) {

    public static Protection at(Price price) {
        return new Protection(price, null, null, null, null, null);
    }

    public static Protection ofPercent(Percentage percent) {
        return new Protection(null, percent, null, null, null, null);
    }
}
