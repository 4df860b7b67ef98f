package com.mathematricks.engine.execution;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.ClientOrderIds;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What follows when an order fills or comes to its end: planned steps that waited for it are sent
/// or given up, what rests behind the position is fitted to it, and legs that were decided together
/// and broke apart stop the strategy.
final class Steps {

    private final Book book;
    private final Instant now;
    private final Map<ClientOrderId, Order> changed = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Optional<Position> position;
    private final PositionKey positionKey;

    /// @param order the order that changed, as it now is
    /// @param position of its instrument, as it now is
    Steps(Book book, Order order, Optional<Position> position, Instant now) {
        this.book = book;
        this.now = now;
        this.position = position;
        this.positionKey = keyOf(order);
        changed.put(order.id(), order);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /// The order has come to its end.
    Steps after(Order ended) {
        if (BrokenLegs.isBroken(ended)) {
            breakApart(ended);
        }
        return goOn(ended);
    }

    /// The leg, which is being cancelled, has not filled in time: what was decided with it stops.
    Steps timedOut(Order leg) {
        breakApart(leg);
        return goOn(leg);
    }

    /// What rests to close more than is held, as after an entry on the other side filled, is
    /// cancelled and placed again for what is held: it must not turn the position.
    Steps fitRestingToPosition() {
        NetQuantity held = position.map(Position::quantity).orElse(NetQuantity.FLAT);
        int replaced = 0;
        for (Order order : book.working(positionKey).stream().map(this::current).toList()) {
            Quantity most = Overhang.closableBy(order, held);
            if (Overhang.rests(order) && order.remaining().compareTo(most) > 0) {
                put(order.cancelRequested("no more than " + held + " is held", now));
                if (most.isPositive() && replaced < ClientOrderIds.LEGS) {
                    put(
                            Overhang.replacement(
                                    order, most, book.epoch(), book.sequence() + 1, replaced, now));
                    replaced++;
                }
            }
        }
        return this;
    }

    private Steps goOn(Order ended) {
        boolean more = true;
        while (more) {
            more = false;
            for (Order step : waiting(ended)) {
                Order next = next(step);
                if (!next.equals(step)) {
                    put(next);
                    more |= next.isFinal();
                }
            }
        }
        return this;
    }

    private void breakApart(Order broken) {
        ofStrategy(broken)
                .filter(other -> BrokenLegs.stops(broken, other))
                .toList()
                .forEach(other -> put(BrokenLegs.stopped(broken, other, now)));
        changes.addAll(BrokenLegs.told(broken, book.state(StateScope.of(broken.strategy())), now));
    }

    private List<Order> waiting(Order ended) {
        return ofStrategy(ended).filter(order -> order.status() == OrderStatus.NEW).toList();
    }

    private Stream<Order> ofStrategy(Order ended) {
        return book.working()
                .map(this::current)
                .filter(order -> order.strategy().equals(ended.strategy()))
                .filter(order -> order.account().equals(ended.account()));
    }

    private Order next(Order step) {
        List<Order> before =
                step.plan().after().stream().map(this::find).flatMap(Optional::stream).toList();
        if (before.stream().anyMatch(order -> !order.isFinal())) {
            return step;
        }
        Optional<Order> failed =
                before.stream()
                        .filter(step::needs)
                        .filter(order -> !hasDoneItsWork(order))
                        .findFirst();
        if (failed.isPresent()) {
            return step.to(
                    OrderStatus.CANCELLED,
                    "order %s before it ended %s"
                            .formatted(failed.get().id(), failed.get().status()),
                    now);
        }
        return sizes(keyOf(step)).sized(step, now);
    }

    /// An exit that found nothing left to close has done its work too.
    private boolean hasDoneItsWork(Order order) {
        NetQuantity leaves = order.plan().leaves();
        if (order.status() == OrderStatus.FILLED
                || order.terms().role() != OrderRole.EXIT
                || leaves == null) {
            return order.status() == OrderStatus.FILLED;
        }
        NetQuantity held = position(keyOf(order)).map(Position::quantity).orElse(NetQuantity.FLAT);
        return held.isFlat()
                || (held.signum() == leaves.signum() && held.size().compareTo(leaves.size()) <= 0);
    }

    private StepSize sizes(PositionKey key) {
        return new StepSize(position(key), book.working(key).stream().map(this::current).toList());
    }

    private void put(Order order) {
        changed.put(order.id(), order);
        changes.add(new Change.OrderPut(order));
    }

    private Optional<Order> find(ClientOrderId id) {
        return Optional.ofNullable(changed.get(id)).or(() -> book.order(id));
    }

    private Order current(Order order) {
        return changed.getOrDefault(order.id(), order);
    }

    private Optional<Position> position(PositionKey key) {
        return key.equals(positionKey) ? position : book.position(key);
    }

    static PositionKey keyOf(Order order) {
        return new PositionKey(order.account(), order.strategy(), order.terms().instrument());
    }
}
