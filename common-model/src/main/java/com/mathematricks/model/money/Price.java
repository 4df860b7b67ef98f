package com.mathematricks.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;

/// The price of one unit of an instrument in its quote currency. Always above zero: a price of zero
/// or less is a fault of the sender or the feed for everything that we trade.
public record Price(@JsonValue BigDecimal value) implements Comparable<Price> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Price {
        value = Decimals.normalised(value);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("price " + value + ": must be above 0");
        }
    }

    public static Price of(String value) {
        return new Price(new BigDecimal(value));
    }

    /// Price × quantity × multiplier: what that many units are worth, to 34 digits.
    public Money times(Quantity quantity, BigDecimal multiplier, Currency currency) {
        BigDecimal worth = value.multiply(quantity.units()).multiply(multiplier);
        return new Money(worth.round(MathContext.DECIMAL128), currency);
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return Decimals.plain(value);
    }
}
