package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// At which price an order fills. Every rounding to the tick is against the trader, except that a
/// limit is never broken.
record FillPrices(PaperCosts costs) {

    /// Reference and half spread and slippage.
    Price market(Instrument instrument, Side side, Price reference) {
        return worse(
                instrument,
                side,
                reference,
                costs.halfSpread().percent().add(costs.slippage().percent()));
    }

    /// Present where the limit reaches the other side of the spread: the market's price, or the
    /// limit where that is better.
    Optional<Price> limitAtOnce(Instrument instrument, Side side, Price limit, Price reference) {
        Price onTick = limit(instrument, side, limit);
        Price otherSide = worse(instrument, side, reference, costs.halfSpread().percent());
        return isWorse(side, otherSide, onTick)
                ? Optional.empty()
                : Optional.of(better(side, market(instrument, side, reference), onTick));
    }

    /// Present where a later price went through the limit, not only to it.
    Optional<Price> restingLimit(Instrument instrument, Side side, Price limit, Price later) {
        Price onTick = limit(instrument, side, limit);
        return isWorse(side, onTick, later) ? Optional.of(onTick) : Optional.empty();
    }

    /// Present where a later price reached the stop: the worse of the two.
    Optional<Price> stop(Instrument instrument, Side side, Price stop, Price later) {
        if (!reaches(side, stop, later)) {
            return Optional.empty();
        }
        return Optional.of(instrument.roundToTick(worse(side, stop, later), against(side)));
    }

    static boolean reaches(Side side, Price stop, Price later) {
        return !isWorse(side, stop, later);
    }

    /// True where `price` is the better one for the trader.
    static boolean isBetter(Side side, Price price, Price than) {
        return isWorse(side.opposite(), price, than);
    }

    private static Price limit(Instrument instrument, Side side, Price limit) {
        return instrument.roundToTick(limit, against(side.opposite()));
    }

    private static Price worse(Instrument instrument, Side side, Price price, BigDecimal percent) {
        BigDecimal cost = price.value().multiply(percent).movePointLeft(2);
        BigDecimal paid = side == Side.BUY ? price.value().add(cost) : price.value().subtract(cost);
        return instrument.roundToTick(new Price(paid), against(side));
    }

    private static RoundingMode against(Side side) {
        return side == Side.BUY ? RoundingMode.UP : RoundingMode.DOWN;
    }

    /// True where `price` is the worse one for the trader.
    private static boolean isWorse(Side side, Price price, Price than) {
        return side == Side.BUY ? price.compareTo(than) > 0 : price.compareTo(than) < 0;
    }

    private static Price worse(Side side, Price one, Price other) {
        return isWorse(side, one, other) ? one : other;
    }

    private static Price better(Side side, Price one, Price other) {
        return isWorse(side, one, other) ? other : one;
    }
}
