package com.mathematricks.engine.execution;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How large a step is at the moment that it is sent. What closes takes of what is held then, less
/// what other exits are closing already, so that exits never turn a position; what protects, less
/// what is protected in the same way. What opens towards a stated position takes what is missing to
/// it.
record StepSize(Optional<Position> position, List<Order> working) {

    /// SUBMITTED, or CANCELLED where there is nothing left to do.
    Order sized(Order step, Instant now) {
        boolean opens = step.terms().role() == OrderRole.ENTRY;
        boolean protects = step.terms().role().isProtective();
        Quantity quantity = opens ? missing(step) : protects ? protecting(step) : closing(step);
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
        Quantity most = shrinks ? held().size().minusAtMost(closedBy(exits(step))) : Quantity.ZERO;
        NetQuantity leaves = step.plan().leaves();
        if (leaves != null) {
            return most.minusAtMost(leaves.size());
        }
        return step.plan().wholeEntry()
                ? ofEntry(step).min(most)
                : step.terms().quantity().min(most);
    }

    private Quantity ofEntry(Order step) {
        return Overhang.leftOfEntry(step, position)
                .minusAtMost(closedBy(exits(step).filter(order -> isOfSameEntry(order, step))));
    }

    /// An exit that rests is no way out yet: the stop stays behind all of it.
    private Quantity protecting(Order step) {
        Quantity leaving = closedBy(exits(step).filter(StepSize::isOnItsWay));
        Quantity taken = leaving.plus(protectedByOthers(step));
        Quantity most = Overhang.closableBy(step, position, taken);
        if (!Overhang.isOfEntry(step)) {
            return step.terms().quantity().min(most);
        }
        Quantity leavingOfEntry =
                closedBy(
                        exits(step)
                                .filter(StepSize::isOnItsWay)
                                .filter(order -> isOfSameEntry(order, step)));
        return Overhang.leftOfEntry(step, position).minusAtMost(leavingOfEntry).min(most);
    }

    private Quantity protectedByOthers(Order step) {
        return closedBy(
                working.stream()
                        .filter(order -> !order.id().equals(step.id()))
                        .filter(order -> Overhang.rests(order) || willRest(order))
                        .filter(order -> order.terms().side() == step.terms().side())
                        .filter(order -> Overhang.isOfOneKind(order, step)));
    }

    private static boolean willRest(Order order) {
        return order.status() == OrderStatus.NEW
                && order.terms().role() == OrderRole.EXIT
                && !isOnItsWay(order);
    }

    /// Others that close the same side and may be at the broker.
    private Stream<Order> exits(Order step) {
        return working.stream()
                .filter(order -> !order.id().equals(step.id()))
                .filter(order -> order.terms().role() == OrderRole.EXIT)
                .filter(order -> order.terms().side() == step.terms().side())
                .filter(Order::mayBeAtBroker);
    }

    private static boolean isOnItsWay(Order exit) {
        return exit.terms().type() == OrderType.MARKET;
    }

    private static boolean isOfSameEntry(Order order, Order step) {
        return Objects.equals(order.origin().entry(), step.origin().entry());
    }

    private static Quantity closedBy(Stream<Order> orders) {
        return orders.map(Order::remaining).reduce(Quantity.ZERO, Quantity::plus);
    }

    private NetQuantity held() {
        return position.map(Position::quantity).orElse(NetQuantity.FLAT);
    }
}
