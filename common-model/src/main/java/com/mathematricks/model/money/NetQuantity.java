package com.mathematricks.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mathematricks.model.order.Side;
import java.math.BigDecimal;

/// A position's size: above zero long, below zero short, zero flat.
public record NetQuantity(@JsonValue BigDecimal units) {

    public static final NetQuantity FLAT = new NetQuantity(BigDecimal.ZERO);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NetQuantity {
        units = Decimals.normalised(units);
    }

    public static NetQuantity of(String units) {
        return new NetQuantity(new BigDecimal(units));
    }

    /// What buying (above zero) or selling (below zero) this many units adds to a position.
    public static NetQuantity of(Side side, Quantity quantity) {
        return new NetQuantity(side == Side.BUY ? quantity.units() : quantity.units().negate());
    }

    public NetQuantity plus(NetQuantity other) {
        return new NetQuantity(units.add(other.units));
    }

    public NetQuantity minus(NetQuantity other) {
        return new NetQuantity(units.subtract(other.units));
    }

    public NetQuantity negated() {
        return new NetQuantity(units.negate());
    }

    public Quantity size() {
        return new Quantity(units.abs());
    }

    /// 1 long, -1 short, 0 flat.
    public int signum() {
        return units.signum();
    }

    public boolean isFlat() {
        return units.signum() == 0;
    }

    public boolean isLong() {
        return units.signum() > 0;
    }

    public boolean isShort() {
        return units.signum() < 0;
    }

    @Override
    public String toString() {
        return Decimals.plain(units);
    }
}
