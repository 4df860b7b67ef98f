package com.mathematricks.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/// Per cent: 10 means 10 %.
public record Percentage(@JsonValue BigDecimal percent) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Percentage {
        percent = Decimals.normalised(percent);
    }

    public static Percentage of(String percent) {
        return new Percentage(new BigDecimal(percent));
    }

    /// Unrounded.
    public Money of(Money money) {
        return money.times(percent.movePointLeft(2));
    }

    @Override
    public String toString() {
        return Decimals.plain(percent) + " %";
    }
}
