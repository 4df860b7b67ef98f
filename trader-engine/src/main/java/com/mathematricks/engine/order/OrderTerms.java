package com.mathematricks.engine.order;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/// What is to be done, as the broker gets it.
///
/// @param limitPrice only of a LIMIT or STOP_LIMIT order
/// @param stopPrice only of a STOP or STOP_LIMIT order
/// @param trail only of a TRAILING_STOP order
public record OrderTerms(
        InstrumentId instrument,
        Side side,
        OrderType type,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price stopPrice,
        TimeInForce timeInForce,
        OrderRole role,
        @Nullable Trail trail) {

    public OrderTerms {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("order of " + quantity + " " + instrument);
        }
        boolean needsLimit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        boolean needsStop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        boolean needsTrail = type == OrderType.TRAILING_STOP;
        if (needsLimit != (limitPrice != null)
                || needsStop != (stopPrice != null)
                || needsTrail != (trail != null)) {
            throw new IllegalArgumentException(
                    "%s order with limit %s, stop %s and trail %s"
                            .formatted(type, limitPrice, stopPrice, trail));
        }
    }

    /// Of an order that trails nothing.
    public OrderTerms(
            InstrumentId instrument,
            Side side,
            OrderType type,
            Quantity quantity,
            @Nullable Price limitPrice,
            @Nullable Price stopPrice,
            TimeInForce timeInForce,
            OrderRole role) {
        this(instrument, side, type, quantity, limitPrice, stopPrice, timeInForce, role, null);
    }

    public OrderTerms withQuantity(Quantity changed) {
        return new OrderTerms(
                instrument, side, type, changed, limitPrice, stopPrice, timeInForce, role, trail);
    }
}
