package com.mathematricks.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A size in units of the instrument: shares, contracts or coins, never money. Not negative; the
/// direction lives in the order's side.
public record Quantity(@JsonValue BigDecimal units) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Quantity {
        units = Decimals.normalised(units);
        if (units.signum() < 0) {
            throw new IllegalArgumentException("quantity " + units + ": must not be negative");
        }
    }

    public static Quantity of(String units) {
        return new Quantity(new BigDecimal(units));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(units.add(other.units));
    }

    /// Throws where `other` is the larger one.
    public Quantity minus(Quantity other) {
        return new Quantity(units.subtract(other.units));
    }

    /// This less `other`, but never below zero.
    public Quantity minusAtMost(Quantity other) {
        return other.compareTo(this) >= 0 ? ZERO : minus(other);
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// This × `part` ÷ `whole`, rounded down to a whole number of lots.
    public Quantity times(BigDecimal part, BigDecimal whole, Quantity lot) {
        BigDecimal lots =
                units.multiply(part).divide(whole.multiply(lot.units), 0, RoundingMode.DOWN);
        return new Quantity(lots.multiply(lot.units));
    }

    /// Rounded down to a whole number of lots.
    public Quantity roundedDownTo(Quantity lot) {
        BigDecimal lots = units.divide(lot.units, 0, RoundingMode.DOWN);
        return new Quantity(lots.multiply(lot.units));
    }

    public boolean isZero() {
        return units.signum() == 0;
    }

    public boolean isPositive() {
        return units.signum() > 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return units.compareTo(other.units);
    }

    @Override
    public String toString() {
        return Decimals.plain(units);
    }
}
