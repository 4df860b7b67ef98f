package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.OrderTime;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.engine.risk.Exposure;
import com.mathematricks.engine.risk.Portfolio;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.StrategyName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The account as a strategy's decision sees it: working entries count as filled, working exits not
/// at all, and the orders of the decision itself as filled.
final class AccountView implements Portfolio {

    private final Situation situation;
    private final Book book;
    private final AccountBalance balance;
    private final StrategyName strategy;
    private final Valuation valuation;
    private final Money equity;
    private final List<Order> planned = new ArrayList<>();
    private final Set<ClientOrderId> cancelled = new HashSet<>();
    private final Map<InstrumentId, Instrument> plannedInstruments = new HashMap<>();

    AccountView(Situation situation, AccountBalance balance, StrategyName strategy) {
        this.situation = situation;
        this.book = situation.book();
        this.balance = balance;
        this.strategy = strategy;
        this.valuation = new Valuation(book, situation.prices());
        this.equity = valuation.equity(balance);
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

    Money strategyNetPnl() {
        return valuation.netPnl(strategy, balance);
    }

    @Override
    public Money equity() {
        return equity;
    }

    @Override
    public Optional<Money> totalEquity() {
        Collection<AccountBalance> all = book.balances();
        boolean oneCurrency =
                all.stream().allMatch(other -> other.currency().equals(balance.currency()));
        return all.size() < 2 || !oneCurrency
                ? Optional.empty()
                : all.stream().map(valuation::equity).reduce(Money::plus);
    }

    @Override
    public Money exposure(Instrument instrument) {
        return keys().filter(key -> key.instrument().equals(instrument.id()))
                .map(key -> exposure(key, instrument))
                .reduce(Money.zero(balance.currency()), Money::plus);
    }

    @Override
    public Money exposure() {
        return keys().map(key -> exposure(key, instrument(key)))
                .reduce(Money.zero(balance.currency()), Money::plus);
    }

    private Money exposure(PositionKey key, Instrument instrument) {
        NetQuantity held = afterPlannedExits(key);
        Quantity up = held.isLong() ? held.size() : Quantity.ZERO;
        Quantity down = held.isShort() ? held.size() : Quantity.ZERO;
        Quantity longest = up.plus(entries(key, Side.BUY));
        Quantity shortest = down.plus(entries(key, Side.SELL));
        Side side = longest.compareTo(shortest) >= 0 ? Side.BUY : Side.SELL;
        Quantity size = side == Side.BUY ? longest : shortest;
        if (size.isZero()) {
            return Money.zero(balance.currency());
        }
        Price price = price(key, instrument);
        return Conversion.of(instrument, price, balance.currency())
                .orElseThrow(() -> new IllegalStateException("no rate for " + key))
                .convert(Exposure.of(instrument, price, side, size));
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
                                .map(AccountView::priceOf)
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

    @Override
    public NetQuantity strategyNet(Instrument instrument, Side side) {
        return net(new PositionKey(balance.id(), strategy, instrument.id()), side);
    }

    @Override
    public NetQuantity accountNet(Instrument instrument, Side side) {
        return keys().filter(key -> key.instrument().equals(instrument.id()))
                .map(key -> net(key, side))
                .reduce(NetQuantity.FLAT, NetQuantity::plus);
    }

    private NetQuantity net(PositionKey key, Side side) {
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

    private Stream<PositionKey> keys() {
        Set<PositionKey> keys =
                Stream.of(
                                book.positions().stream()
                                        .filter(position -> !position.quantity().isFlat())
                                        .map(Position::key),
                                book.working().map(AccountView::keyOf),
                                planned.stream().map(AccountView::keyOf))
                        .flatMap(stream -> stream)
                        .filter(key -> key.account().equals(balance.id()))
                        .collect(Collectors.toSet());
        return keys.stream();
    }

    @Override
    public int openPositions() {
        return Math.toIntExact(
                keys().filter(key ->
                                !afterPlannedExits(key).isFlat()
                                        || entriesOf(key).findAny().isPresent())
                        .count());
    }

    @Override
    public boolean isOpen(Instrument instrument) {
        PositionKey key = new PositionKey(balance.id(), strategy, instrument.id());
        return !afterPlannedExits(key).isFlat() || entriesOf(key).findAny().isPresent();
    }

    @Override
    public OrderCounts ordersLastMinute() {
        return new OrderCounts(
                ordersLastMinute(time -> time.strategy().equals(strategy)),
                ordersLastMinute(time -> time.account().equals(balance.id())),
                ordersLastMinute(_ -> true));
    }

    private int ordersLastMinute(Predicate<OrderTime> counted) {
        long recent = book.recentOrders(situation.now()).filter(counted).count();
        return Math.toIntExact(recent) + planned.size();
    }

    @Override
    public ScopeState state() {
        return book.state(strategy, balance.id());
    }

    @Override
    public Optional<String> brokerProblem() {
        return situation.brokerProblem().apply(balance.id());
    }

    @Override
    public Optional<String> diskProblem() {
        return situation.diskProblem();
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
