package com.mathematricks.engine.execution;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.EntryLot;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How large a step is at the moment that it is sent. What closes takes of what is held then, less
/// what other exits are closing already, so that exits never turn a position. What opens towards a
/// stated position takes what is missing to it.
record StepSize(Optional<Position> position, List<Order> working) {

    /// SUBMITTED, or CANCELLED where there is nothing left to do.
    Order sized(Order step, Instant now) {
        boolean opens = step.terms().role() == OrderRole.ENTRY;
        Quantity quantity = opens ? missing(step) : closing(step);
        if (quantity.isZero()) {
            String reason = opens ? "the position is reached already" : "nothing is left to close";
            return step.to(OrderStatus.CANCELLED, reason, now);
        }
        return step.resized(quantity).to(OrderStatus.SUBMITTED, null, now);
    }

    private Quantity missing(Order step) {
        NetQuantity reaches = step.plan().leaves();
        if (reaches == null) {
            return step.terms().quantity();
        }
        boolean onTheWay = held().signum() == reaches.signum();
        Quantity there = onTheWay ? held().size() : Quantity.ZERO;
        return step.terms().quantity().min(reaches.size().minusAtMost(there));
    }

    private Quantity closing(Order step) {
        boolean shrinks = held().signum() == (step.terms().side() == Side.SELL ? 1 : -1);
        Quantity most =
                shrinks ? held().size().minusAtMost(closedByOthers(step, false)) : Quantity.ZERO;
        NetQuantity leaves = step.plan().leaves();
        if (leaves != null) {
            return most.minusAtMost(leaves.size());
        }
        return step.plan().wholeEntry()
                ? ofEntry(step).min(most)
                : step.terms().quantity().min(most);
    }

    private Quantity ofEntry(Order step) {
        return position.flatMap(
                        known -> Optional.ofNullable(step.origin().entry()).flatMap(known::lot))
                .map(EntryLot::left)
                .orElse(Quantity.ZERO)
                .minusAtMost(closedByOthers(step, true));
    }

    private Quantity closedByOthers(Order step, boolean sameEntry) {
        return working.stream()
                .filter(order -> !order.id().equals(step.id()))
                .filter(order -> order.terms().role() == OrderRole.EXIT)
                .filter(order -> order.terms().side() == step.terms().side())
                .filter(Order::mayBeAtBroker)
                .filter(order ->
                        !sameEntry
                                || Optional.ofNullable(order.origin().entry())
                                        .equals(Optional.ofNullable(step.origin().entry())))
                .map(Order::remaining)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private NetQuantity held() {
        return position.map(Position::quantity).orElse(NetQuantity.FLAT);
    }
}
