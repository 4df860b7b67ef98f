package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// How much of what is left of an order one fill takes: all of it, or a part drawn by seed, order
/// and number of the fill, so that the same orders fill alike each time.
///
/// @param seed null: all
record Parts(@Nullable Long seed) {

    /// A whole number of lots, except that the last part takes what is left.
    Quantity next(PaperOrder order) {
        Quantity left = order.remaining();
        if (seed == null || order.terms().timeInForce() == TimeInForce.FOK) {
            return left;
        }
        int lots = lots(left, order.tradedInstrument());
        var random =
                new Random(31 * seed + 1_000_003L * order.id().hashCode() + order.fills().size());
        return lots < 2 || random.nextBoolean()
                ? left
                : new Quantity(
                        order.tradedInstrument()
                                .lot()
                                .units()
                                .multiply(BigDecimal.valueOf(1 + random.nextInt(lots - 1))));
    }

    private static int lots(Quantity quantity, Instrument instrument) {
        return quantity.units()
                .divide(instrument.lot().units(), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }
}
