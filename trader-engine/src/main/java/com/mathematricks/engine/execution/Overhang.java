package com.mathematricks.engine.execution;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.EntryLot;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import java.util.Optional;

/// A resting order that would close more than is held, or more than its entry has left.
final class Overhang {

    private Overhang() {}

    /// True for what waits at the broker for a price and is there to close.
    static boolean rests(Order order) {
        return order.mayBeAtBroker()
                && order.terms().role() != OrderRole.ENTRY
                && order.terms().type() != OrderType.MARKET
                && !order.progress().cancelRequested();
    }

    /// True for what one and the same move of the price sets off: stops of any kind on the one
    /// side, limits on the other. Together they must not close more than is held.
    static boolean isOfOneKind(Order order, Order other) {
        return isStop(order) == isStop(other);
    }

    static boolean isStop(Order order) {
        return order.terms().type() != OrderType.LIMIT;
    }

    /// @param taken what others of its kind close already
    static Quantity closableBy(Order order, Optional<Position> position, Quantity taken) {
        NetQuantity held = position.map(Position::quantity).orElse(NetQuantity.FLAT);
        boolean closes = held.signum() == (order.terms().side() == Side.SELL ? 1 : -1);
        if (!closes) {
            return Quantity.ZERO;
        }
        Quantity free = held.size().minusAtMost(taken);
        return isOfEntry(order) ? leftOfEntry(order, position).min(free) : free;
    }

    /// Who keeps its size first: what was sent to close, then what belongs to an entry.
    static int rank(Order order) {
        if (order.terms().role() == OrderRole.EXIT) {
            return 0;
        }
        return isOfEntry(order) ? 1 : 2;
    }

    /// True for a stop or target that belongs to one entry of the position.
    static boolean isOfEntry(Order order) {
        return order.terms().role().isProtective() && order.plan().wholeEntry();
    }

    static Quantity leftOfEntry(Order order, Optional<Position> position) {
        return position.flatMap(
                        known -> Optional.ofNullable(order.origin().entry()).flatMap(known::lot))
                .map(EntryLot::left)
                .orElse(Quantity.ZERO);
    }
}
