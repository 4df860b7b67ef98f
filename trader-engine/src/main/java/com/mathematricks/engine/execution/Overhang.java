package com.mathematricks.engine.execution;

import com.mathematricks.engine.order.ClientOrderIds;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderOrigin;
import com.mathematricks.engine.order.OrderPlan;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import java.time.Instant;
import java.util.List;

/// A resting order that would close more than is held.
final class Overhang {

    private Overhang() {}

    /// True for what waits at the broker for a price and is there to close.
    static boolean rests(Order order) {
        return order.mayBeAtBroker()
                && order.terms().role() != OrderRole.ENTRY
                && order.terms().type() != OrderType.MARKET
                && !order.progress().cancelRequested();
    }

    static Quantity closableBy(Order order, NetQuantity held) {
        boolean closes = held.signum() == (order.terms().side() == Side.SELL ? 1 : -1);
        return closes ? held.size() : Quantity.ZERO;
    }

    /// Sent when the order that it replaces has ended, and then no larger than what is held.
    ///
    /// @param sequence of the entry that plans it
    /// @param index of it among those that the entry plans
    static Order replacement(
            Order order, Quantity quantity, String epoch, long sequence, int index, Instant now) {
        OrderOrigin from = order.origin();
        return Order.planned(
                ClientOrderIds.of(epoch, sequence, index, order.terms().role()),
                order.strategy(),
                order.account(),
                new OrderOrigin(
                        from.signal(),
                        from.signalId(),
                        sequence,
                        1,
                        from.entry(),
                        from.entryName(),
                        from.command(),
                        from.signalPrice(),
                        from.signalAt()),
                order.terms().withQuantity(quantity),
                new OrderPlan(
                        List.of(order.id()),
                        false,
                        order.plan().leaves(),
                        order.plan().wholeEntry()),
                now);
    }
}
