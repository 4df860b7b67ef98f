package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.engine.risk.Exposure;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account's positions as a decision sees them: working entries count as filled, working exits
/// not at all, and the orders of the decision itself as filled.
final class ProjectedPositions {

    private final Situation situation;
    private final Book book;
    private final AccountBalance balance;
    private final List<Order> planned = new ArrayList<>();
    private final Set<ClientOrderId> cancelled = new HashSet<>();
    private final Map<InstrumentId, Instrument> plannedInstruments = new HashMap<>();

    ProjectedPositions(Situation situation, AccountBalance balance) {
        this.situation = situation;
        this.book = situation.book();
        this.balance = balance;
    }

    /// From now on these count for nothing.
    void cancelled(List<Order> orders) {
        orders.forEach(order -> cancelled.add(order.id()));
    }

    /// From now on the order counts as filled.
    void plan(Order order, Instrument instrument) {
        planned.add(order);
        plannedInstruments.put(instrument.id(), instrument);
    }

    int plannedOrders() {
        return planned.size();
    }

    /// Held or being entered.
    boolean isOpen(PositionKey key) {
        return !afterPlannedExits(key).isFlat() || entriesOf(key).findAny().isPresent();
    }

    Money exposure(PositionKey key) {
        return exposure(key, instrument(key));
    }

    Money exposure(PositionKey key, Instrument instrument) {
        return largest(key, instrument, Exposure::of);
    }

    Money gross(PositionKey key) {
        return largest(key, instrument(key), Exposure::gross);
    }

    /// Above zero where it leans that way, below where it leans against it.
    Money leaning(PositionKey key, Side direction) {
        Instrument instrument = instrument(key);
        NetQuantity net = net(key, Exposure.direction(instrument, direction));
        if (net.isFlat()) {
            return Money.zero(balance.currency());
        }
        Side side = Sides.direction(net);
        Money exposure = worth(key, instrument, side, net.size(), Exposure::of);
        return Exposure.direction(instrument, side) == direction ? exposure : exposure.negated();
    }

    /// How a holding is measured.
    @FunctionalInterface
    private interface Measure {

        Money of(Instrument instrument, Price price, Side side, Quantity quantity);
    }

    /// Of the larger side, with all working entries of it.
    private Money largest(PositionKey key, Instrument instrument, Measure measure) {
        NetQuantity held = afterPlannedExits(key);
        Quantity up = held.isLong() ? held.size() : Quantity.ZERO;
        Quantity down = held.isShort() ? held.size() : Quantity.ZERO;
        Quantity longest = up.plus(entries(key, Side.BUY));
        Quantity shortest = down.plus(entries(key, Side.SELL));
        Side side = longest.compareTo(shortest) >= 0 ? Side.BUY : Side.SELL;
        Quantity size = side == Side.BUY ? longest : shortest;
        return size.isZero()
                ? Money.zero(balance.currency())
                : worth(key, instrument, side, size, measure);
    }

    private Money worth(
            PositionKey key, Instrument instrument, Side side, Quantity size, Measure measure) {
        Price price = price(key, instrument);
        return Conversion.of(instrument, price, balance.currency())
                .orElseThrow(() -> new IllegalStateException("no rate for " + key))
                .convert(measure.of(instrument, price, side, size));
    }

    /// The last known price; of what has none yet, its cost or the price of its order, or a tick
    /// where its cost was rounded to nothing.
    private Price price(PositionKey key, Instrument instrument) {
        return situation
                .prices()
                .mark(instrument.id(), key.strategy())
                .or(() -> book.position(key).flatMap(Position::averagePrice))
                .or(() ->
                        entriesOf(key)
                                .map(ProjectedPositions::priceOf)
                                .flatMap(Optional::stream)
                                .findFirst())
                .or(() -> book.position(key).map(_ -> new Price(instrument.tick())))
                .orElseThrow(() -> new IllegalStateException("no price of " + key));
    }

    private static Optional<Price> priceOf(Order order) {
        return Optional.ofNullable(order.terms().limitPrice())
                .or(() -> Optional.ofNullable(order.terms().stopPrice()))
                .or(() -> Optional.ofNullable(order.origin().signalPrice()));
    }

    /// With the working entries of that side.
    NetQuantity net(PositionKey key, Side side) {
        return afterPlannedExits(key).plus(NetQuantity.of(side, entries(key, side)));
    }

    private NetQuantity afterPlannedExits(PositionKey key) {
        NetQuantity held = book.position(key).map(Position::quantity).orElse(NetQuantity.FLAT);
        if (held.isFlat()) {
            return held;
        }
        Side direction = Sides.direction(held);
        Quantity closed =
                planned.stream()
                        .filter(order -> keyOf(order).equals(key))
                        .filter(order -> order.terms().role() == OrderRole.EXIT)
                        .filter(order -> order.terms().side() == direction.opposite())
                        .map(Order::remaining)
                        .reduce(Quantity.ZERO, Quantity::plus);
        return NetQuantity.of(direction, held.size().minusAtMost(closed));
    }

    private Quantity entries(PositionKey key, Side side) {
        return entriesOf(key)
                .filter(order -> order.terms().side() == side)
                .map(Order::remaining)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private Stream<Order> entriesOf(PositionKey key) {
        return Stream.concat(
                        book.working(key).stream(),
                        planned.stream().filter(order -> keyOf(order).equals(key)))
                .filter(order -> order.terms().role() == OrderRole.ENTRY)
                .filter(order -> !cancelled.contains(order.id()));
    }

    /// Where the account holds something or orders work.
    Stream<PositionKey> keys() {
        Set<PositionKey> keys =
                Stream.of(
                                book.positions().stream()
                                        .filter(position -> !position.quantity().isFlat())
                                        .map(Position::key),
                                book.working().map(ProjectedPositions::keyOf),
                                planned.stream().map(ProjectedPositions::keyOf))
                        .flatMap(stream -> stream)
                        .filter(key -> key.account().equals(balance.id()))
                        .collect(Collectors.toSet());
        return keys.stream();
    }

    private Instrument instrument(PositionKey key) {
        return book.instrument(key.instrument())
                .or(() -> Optional.ofNullable(plannedInstruments.get(key.instrument())))
                .orElseThrow(() -> new IllegalStateException("no terms of " + key));
    }

    private static PositionKey keyOf(Order order) {
        return new PositionKey(order.account(), order.strategy(), order.terms().instrument());
    }
}
