package com.mathematricks.engine.execution;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Bracket;
import com.mathematricks.engine.order.OpenWait;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.ProtectiveTerms;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.Protection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What follows when an order fills or comes to its end: planned steps that waited for it are sent
/// or given up, what an entry has filled gets its stop and target, what rests behind the position
/// is fitted to it, and legs that were decided together and broke apart stop the strategy.
final class Steps {

    private static final List<OrderRole> PROTECTIVE = List.of(OrderRole.STOP, OrderRole.TARGET);

    private final Book book;
    private final Instant now;
    private final FollowUps followUps;
    private final Map<ClientOrderId, Order> changed = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Optional<Position> position;
    private final PositionKey positionKey;

    /// @param order the order that changed, as it now is
    /// @param position of its instrument, as it now is
    Steps(Book book, Order order, Optional<Position> position, Instant now) {
        this.book = book;
        this.now = now;
        this.followUps = new FollowUps(book, now);
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
        LostStop.told(ended, position).ifPresent(changes::add);
        return goOn(ended);
    }

    /// The leg, which is being cancelled, has not filled in time: what was decided with it stops.
    Steps timedOut(Order leg) {
        breakApart(leg);
        return goOn(leg);
    }

    /// What rests to close more than is held, or more than its entry has left, as after a target or
    /// an entry on the other side filled, is cancelled and placed again for what is held: it must
    /// not turn the position.
    Steps fitRestingToPosition() {
        var taken = new HashMap<Boolean, Quantity>();
        List<Order> resting =
                working(positionKey).stream()
                        .filter(Overhang::rests)
                        .sorted(Comparator.comparingInt(Overhang::rank))
                        .toList();
        for (Order order : resting) {
            Quantity others = taken.getOrDefault(Overhang.isStop(order), Quantity.ZERO);
            Quantity most = Overhang.closableBy(order, position, others);
            if (order.remaining().compareTo(most) > 0) {
                put(order.cancelRequested(tooMuch(), now));
                if (most.isPositive()) {
                    put(followUps.replacement(order, most));
                }
            }
            taken.merge(Overhang.isStop(order), order.remaining().min(most), Quantity::plus);
        }
        return this;
    }

    private String tooMuch() {
        return "no more than %s is held"
                .formatted(position.map(Position::quantity).orElse(NetQuantity.FLAT));
    }

    /// What an entry has filled gets the stop and the target that it carries. Where it fills more,
    /// each is replaced by one for all of it.
    Steps cover(Order entry) {
        Bracket bracket = entry.plan().bracket();
        Quantity left = Overhang.leftOfEntry(entry, position);
        if (bracket != null && left.isPositive()) {
            for (OrderRole role : PROTECTIVE) {
                bracket.of(role).ifPresent(wish -> cover(entry, role, wish, left));
            }
        }
        return this;
    }

    private void cover(Order entry, OrderRole role, Protection wish, Quantity left) {
        List<Order> there =
                working(positionKey).stream()
                        .filter(order -> order.terms().role() == role)
                        .filter(order ->
                                Objects.equals(order.origin().entry(), entry.origin().entry()))
                        .toList();
        List<Order> resting = there.stream().filter(Overhang::rests).toList();
        Quantity covered =
                resting.stream().map(Order::remaining).reduce(Quantity.ZERO, Quantity::plus);
        // A step that waits takes what is held when it is sent.
        boolean waits = there.stream().anyMatch(order -> order.status() == OrderStatus.NEW);
        if (waits || covered.compareTo(left) >= 0) {
            return;
        }
        resting.forEach(order ->
                put(order.cancelRequested("its entry has filled more, one for all follows", now)));
        Order step =
                followUps.protection(
                        entry,
                        protectiveTerms(entry).of(role, wish, left),
                        Stream.concat(
                                        there.stream(),
                                        marketExits(positionKey, entry.terms().side().opposite()))
                                .map(Order::id)
                                .toList());
        Order sized = step.plan().after().isEmpty() ? sizes(positionKey).sized(step, now) : step;
        if (!sized.isFinal()) {
            put(sized);
        }
    }

    private ProtectiveTerms protectiveTerms(Order entry) {
        Instrument instrument =
                book.instrument(positionKey.instrument())
                        .orElseThrow(() -> new IllegalStateException("no terms of " + positionKey));
        return new ProtectiveTerms(
                instrument, entry.terms().side(), entry.averagePrice().orElseThrow());
    }

    /// An exit and a stop never race: what is on its way out goes first.
    private Stream<Order> marketExits(PositionKey key, Side side) {
        return working(key).stream()
                .filter(order -> order.terms().role() == OrderRole.EXIT)
                .filter(order -> order.terms().type() == OrderType.MARKET)
                .filter(order -> order.terms().side() == side);
    }

    /// Their market is open: those that nothing else holds back are sent.
    Steps released(List<Order> steps) {
        for (Order step : steps) {
            Order order = current(step);
            OpenWait wait = order.plan().market();
            if (wait == null || order.isFinal()) {
                continue;
            }
            Order next = next(order.waiting(new OpenWait(wait.until(), true)));
            put(next);
            if (next.isFinal()) {
                goOn(next);
            }
        }
        return this;
    }

    /// Orders that were not sent yet are given up. Unlike a leg that fails, that does not stop the
    /// strategy.
    Steps dropped(List<Order> steps, String reason) {
        for (Order step : steps) {
            Order order = current(step);
            if (!order.isFinal()) {
                Order end =
                        order.cancelRequested(reason, now).to(OrderStatus.CANCELLED, reason, now);
                put(end);
                goOn(end);
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
        boolean races =
                step.terms().role().isProtective()
                        && marketExits(keyOf(step), step.terms().side())
                                .anyMatch(Order::mayBeAtBroker);
        return races || step.waitsForOpen() ? step : sizes(keyOf(step)).sized(step, now);
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
        return new StepSize(position(key), working(key));
    }

    /// As they now are, those that were just planned too.
    private List<Order> working(PositionKey key) {
        Stream<Order> planned =
                changed.values().stream().filter(order -> book.order(order.id()).isEmpty());
        return Stream.concat(book.working(key).stream().map(this::current), planned)
                .filter(order -> keyOf(order).equals(key))
                .filter(order -> !order.isFinal())
                .toList();
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
