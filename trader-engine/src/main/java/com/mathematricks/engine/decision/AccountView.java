package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Execution;
import com.mathematricks.engine.book.OrderTime;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.loss.Losses;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.engine.risk.Portfolio;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.StrategyName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final ProjectedPositions positions;
    private long judgedAgain;

    AccountView(Situation situation, AccountBalance balance, StrategyName strategy) {
        this.situation = situation;
        this.book = situation.book();
        this.balance = balance;
        this.strategy = strategy;
        this.valuation = new Valuation(book, situation.prices());
        this.equity = valuation.equity(balance);
        this.positions = new ProjectedPositions(situation, balance);
    }

    /// From now on these count for nothing.
    void cancelled(List<Order> orders) {
        positions.cancelled(orders);
    }

    /// From now on the order counts as filled.
    void plan(Order order, Instrument instrument) {
        positions.plan(order, instrument);
    }

    /// An earlier decision that is not counted beside itself.
    void judgesAgain(long decision) {
        judgedAgain = decision;
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
        return sum(
                positions
                        .keys()
                        .filter(key -> key.instrument().equals(instrument.id()))
                        .map(key -> positions.exposure(key, instrument)));
    }

    @Override
    public Money exposure() {
        return sum(positions.keys().map(positions::exposure));
    }

    @Override
    public Money strategyExposure() {
        return sum(
                positions
                        .keys()
                        .filter(key -> key.strategy().equals(strategy))
                        .map(positions::exposure));
    }

    @Override
    public Money grossNotional() {
        return sum(positions.keys().map(positions::gross));
    }

    @Override
    public Money netExposure(Side direction) {
        return sum(positions.keys().map(key -> positions.leaning(key, direction)));
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(balance.currency()), Money::plus);
    }

    @Override
    public NetQuantity strategyNet(Instrument instrument, Side side) {
        return positions.net(new PositionKey(balance.id(), strategy, instrument.id()), side);
    }

    @Override
    public NetQuantity accountNet(Instrument instrument, Side side) {
        return positions
                .keys()
                .filter(key -> key.instrument().equals(instrument.id()))
                .map(key -> positions.net(key, side))
                .reduce(NetQuantity.FLAT, NetQuantity::plus);
    }

    @Override
    public int openPositions() {
        return Math.toIntExact(positions.keys().filter(positions::isOpen).count());
    }

    @Override
    public boolean isOpen(Instrument instrument) {
        return positions.isOpen(new PositionKey(balance.id(), strategy, instrument.id()));
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
        return Math.toIntExact(recent) + positions.plannedOrders();
    }

    @Override
    public int executions(Duration within) {
        Instant oldest = situation.now().minus(within);
        Optional<Instant> resumed =
                book.state(StateScope.of(strategy))
                        .filter(state -> state.state() == TradingState.ACTIVE)
                        .map(ScopeState::since);
        return Math.toIntExact(
                book.executions(strategy)
                        .filter(execution -> execution.decision() != judgedAgain)
                        .map(Execution::at)
                        .filter(at -> !at.isBefore(oldest))
                        .filter(at -> resumed.filter(since -> !at.isAfter(since)).isEmpty())
                        .count());
    }

    @Override
    public Losses losses(LossRule rule) {
        return new LossLimits(situation)
                .losses(
                        List.of(
                                StateScope.of(strategy),
                                StateScope.of(balance.id()),
                                StateScope.ALL),
                        rule);
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
}
