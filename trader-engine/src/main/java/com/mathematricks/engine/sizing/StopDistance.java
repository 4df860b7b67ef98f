package com.mathematricks.engine.sizing;

import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.Protection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How far the price has to go to reach the stop, in price units above zero; or why nobody knows.
sealed interface StopDistance {

    /// @param words how it comes about
    record Known(BigDecimal distance, String words) implements StopDistance {}

    record Unknown(String reason) implements StopDistance {}

    static StopDistance of(@Nullable Protection stop, Price price, @Nullable Side side) {
        if (stop == null) {
            return new Unknown(
                    "Money at risk is sized by the distance to the stop, and neither the signal nor the strategy's default_stop_percent gives one");
        }
        if (stop.price() != null) {
            return toPrice(stop.price(), price, side);
        }
        if (stop.percent() != null) {
            return percent(stop.percent(), price);
        }
        if (stop.amount() != null) {
            return amount(stop.amount());
        }
        if (stop.trailPercent() != null) {
            return percent(stop.trailPercent(), price);
        }
        return stop.trailAmount() != null
                ? amount(stop.trailAmount())
                : new Unknown("The stop-loss says neither a price nor a distance");
    }

    private static StopDistance toPrice(Price stop, Price price, @Nullable Side side) {
        BigDecimal below = price.value().subtract(stop.value());
        boolean wrongSide =
                below.signum() == 0 || (side != null && (below.signum() > 0) != (side == Side.BUY));
        return wrongSide
                ? new Unknown(
                        "The stop at %s is not on the losing side of the price %s"
                                .formatted(stop, price))
                : new Known(below.abs(), "from %s to the stop at %s".formatted(price, stop));
    }

    private static StopDistance percent(Percentage percent, Price price) {
        BigDecimal distance = price.value().multiply(percent.percent().movePointLeft(2));
        return distance.signum() > 0
                ? new Known(distance, "%s of %s".formatted(percent, price))
                : new Unknown("A stop at a distance of " + percent + " is none");
    }

    private static StopDistance amount(BigDecimal amount) {
        return amount.signum() > 0
                ? new Known(amount, "the stated distance")
                : new Unknown("A stop at a distance of " + Decimals.plain(amount) + " is none");
    }
}
