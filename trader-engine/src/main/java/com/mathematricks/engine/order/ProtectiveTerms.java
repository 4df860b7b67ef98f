package com.mathematricks.engine.order;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.signal.Protection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The order that a stated stop-loss or take-profit comes to. Distances count from the entry's
/// price. A stop is rounded to the tick against the trader, a limit so that it is never broken.
///
/// @param entered side of the entry
/// @param entryPrice what it filled at, or is expected to
public record ProtectiveTerms(Instrument instrument, Side entered, Price entryPrice) {

    /// @param role STOP or TARGET
    public OrderTerms of(OrderRole role, Protection wish, Quantity quantity) {
        OrderType type = type(role, wish);
        boolean limited = type == OrderType.STOP_LIMIT;
        return new OrderTerms(
                instrument.id(),
                side(),
                type,
                quantity,
                role == OrderRole.TARGET
                        ? limit(at(role, wish))
                        : limited && wish.limitPrice() != null ? limit(wish.limitPrice()) : null,
                type == OrderType.STOP || limited ? stop(at(role, wish)) : null,
                TimeInForce.GTC,
                role,
                trail(role, wish));
    }

    private static OrderType type(OrderRole role, Protection wish) {
        if (role == OrderRole.TARGET) {
            return OrderType.LIMIT;
        }
        if (wish.trailAmount() != null || wish.trailPercent() != null) {
            return OrderType.TRAILING_STOP;
        }
        return wish.limitPrice() == null ? OrderType.STOP : OrderType.STOP_LIMIT;
    }

    private static @Nullable Trail trail(OrderRole role, Protection wish) {
        return type(role, wish) == OrderType.TRAILING_STOP
                ? new Trail(wish.trailAmount(), wish.trailPercent())
                : null;
    }

    private Side side() {
        return entered.opposite();
    }

    /// Where it lies, or for a trail begins, to 34 digits; may come out at zero or below.
    public BigDecimal unrounded(OrderRole role, Protection wish) {
        if (wish.price() != null) {
            return wish.price().value();
        }
        BigDecimal distance = distance(wish);
        boolean above = (role == OrderRole.TARGET) == (entered == Side.BUY);
        return above
                ? entryPrice.value().add(distance, MathContext.DECIMAL128)
                : entryPrice.value().subtract(distance, MathContext.DECIMAL128);
    }

    private BigDecimal distance(Protection wish) {
        Percentage percent = wish.percent() == null ? wish.trailPercent() : wish.percent();
        if (percent != null) {
            return entryPrice.value().multiply(percent.percent()).movePointLeft(2);
        }
        BigDecimal amount = wish.amount() == null ? wish.trailAmount() : wish.amount();
        if (amount == null) {
            throw new IllegalArgumentException("neither price nor distance: " + wish);
        }
        return amount;
    }

    /// A fill far from the price that was expected must not leave it without a stop: never below
    /// one tick.
    private Price at(OrderRole role, Protection wish) {
        return new Price(unrounded(role, wish).max(instrument.tick()));
    }

    private Price stop(Price price) {
        return instrument.roundToTick(
                price, side() == Side.SELL ? RoundingMode.DOWN : RoundingMode.UP);
    }

    private Price limit(Price price) {
        return instrument.roundToTick(
                price, side() == Side.SELL ? RoundingMode.UP : RoundingMode.DOWN);
    }
}
