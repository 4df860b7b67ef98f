package com.mathematricks.engine.order;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.Side;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far behind the best price a trailing stop follows: a distance in units of the price, or a
/// part of that best price; one of the two.
public record Trail(@Nullable BigDecimal amount, @Nullable Percentage percent) {

    public Trail {
        BigDecimal given = amount == null && percent != null ? percent.percent() : amount;
        if (given == null || given.signum() <= 0 || (amount != null && percent != null)) {
            throw new IllegalArgumentException(
                    "trail of %s, %s: one of the two, above 0".formatted(amount, percent));
        }
    }

    public static Trail by(BigDecimal amount) {
        return new Trail(amount, null);
    }

    public static Trail by(Percentage percent) {
        return new Trail(null, percent);
    }

    /// Where the stop stands, unrounded; empty where it would be at zero or below, which no price
    /// reaches.
    ///
    /// @param side of the order: what sells follows the highest price, what buys the lowest
    public Optional<Price> stop(Side side, Price best) {
        BigDecimal distance =
                percent == null
                        ? amount
                        : best.value().multiply(percent.percent()).movePointLeft(2);
        BigDecimal stop =
                side == Side.SELL ? best.value().subtract(distance) : best.value().add(distance);
        return stop.signum() > 0 ? Optional.of(new Price(stop)) : Optional.empty();
    }

    /// `2 %` or `1.5`.
    @Override
    public String toString() {
        return percent == null ? String.valueOf(amount) : percent.toString();
    }
}
