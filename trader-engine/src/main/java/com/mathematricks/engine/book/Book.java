package com.mathematricks.engine.book;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.performance.ClosedDay;
import com.mathematricks.engine.performance.PnlScope;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.SignalKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All that the engine decides on. Changed by `apply` alone, by one thread; bounded: of what is
/// final only the newest is kept, the rest is in the journal.
public final class Book {

    /// How many final orders, answered signals and commands, and fill keys stay at hand.
    static final int KEPT = 1_000;

    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    private long sequence;
    private String epoch;
    private final Map<AccountId, AccountBalance> balances = new LinkedHashMap<>();
    private final Map<PositionKey, Position> positions = new LinkedHashMap<>();
    private final Map<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
    private final Map<ClientOrderId, Order> orders = new HashMap<>();
    private final WorkingOrders working = new WorkingOrders();
    private final Newest<ClientOrderId, Boolean> ended = new Newest<>(KEPT);
    private final Map<StateScope, ScopeState> states = new LinkedHashMap<>();
    private final Newest<SignalKey, DecisionAnswer> answers = new Newest<>(KEPT);
    private final Newest<String, CommandAnswer> commands = new Newest<>(KEPT);
    private final Newest<String, Boolean> fillKeys = new Newest<>(KEPT);
    private final Deque<OrderTime> orderTimes = new ArrayDeque<>();
    private final Executions executions = new Executions();
    private final Map<PnlScope, ClosedDay> closedDays = new LinkedHashMap<>();
    private final Map<LossBaseline.Key, LossBaseline> baselines = new LinkedHashMap<>();
    private final Map<StrategyName, LocalDate> flatDays = new LinkedHashMap<>();

    public Book(String epoch) {
        this.epoch = epoch;
    }

    public Book(BookSnapshot snapshot) {
        this.epoch = snapshot.epoch();
        this.sequence = snapshot.sequence();
        snapshot.balances().forEach(balance -> balances.put(balance.id(), balance));
        snapshot.positions().forEach(position -> positions.put(position.key(), position));
        snapshot.instruments().forEach(instrument -> instruments.put(instrument.id(), instrument));
        snapshot.orders().forEach(this::put);
        snapshot.states().forEach(state -> states.put(state.scope(), state));
        snapshot.answers().forEach(answer -> answers.put(answer.key(), answer));
        snapshot.commands().forEach(answer -> commands.put(answer.command(), answer));
        snapshot.fillKeys().forEach(key -> fillKeys.put(key, true));
        orderTimes.addAll(snapshot.orderTimes());
        snapshot.closedDays().forEach(day -> closedDays.put(day.scope(), day));
        snapshot.baselines().forEach(baseline -> baselines.put(baseline.key(), baseline));
        snapshot.executions().forEach(executions::add);
        snapshot.flatDays().forEach(flat -> flatDays.put(flat.strategy(), flat.day()));
    }

    public BookSnapshot snapshot() {
        return new BookSnapshot(
                sequence,
                epoch,
                List.copyOf(balances.values()),
                List.copyOf(positions.values()),
                List.copyOf(instruments.values()),
                Stream.concat(ended.keys().stream(), working.all().stream())
                        .map(this::known)
                        .toList(),
                List.copyOf(states.values()),
                answers.values(),
                commands.values(),
                fillKeys.keys(),
                List.copyOf(orderTimes),
                List.copyOf(closedDays.values()),
                List.copyOf(baselines.values()),
                executions.all(),
                flatDays.entrySet().stream()
                        .map(flat -> new FlatDay(flat.getKey(), flat.getValue()))
                        .toList());
    }

    /// Throws IllegalStateException where the entry is not the next one.
    public void apply(Entry entry) {
        if (entry.sequence() != sequence + 1) {
            throw new IllegalStateException(
                    "entry %d after %d".formatted(entry.sequence(), sequence));
        }
        sequence = entry.sequence();
        epoch = entry.epoch();
        entry.changes().forEach(change -> apply(change, entry));
        if (entry.kind() == EntryKind.NOTED) {
            // A fill that is not ours is told once, under its key.
            fillKeys.put(entry.key(), true);
        }
    }

    private void apply(Change change, Entry entry) {
        switch (change) {
            case Change.Decided(var decision) ->
                    answers.put(decision.key(), decision.answer(entry.sequence()));
            case Change.CommandDone(var command, var outcome) ->
                    commands.put(command.id(), new CommandAnswer(command.id(), outcome));
            case Change.InstrumentUsed(var instrument) ->
                    instruments.put(instrument.id(), instrument);
            case Change.OrderPut(var order) -> {
                countRate(order, entry.at());
                countExecution(order, entry.at());
                put(order);
            }
            case Change.FillAdded(var fill) -> fillKeys.put(fill.key(), true);
            case Change.PositionPut(var position) -> positions.put(position.key(), position);
            case Change.BalancePut(var balance) -> balances.put(balance.id(), balance);
            case Change.StatePut(var state) -> states.put(state.scope(), state);
            case Change.DayClosed(var day) -> closedDays.put(day.scope(), day);
            case Change.BaselinePut(var baseline) -> baselines.put(baseline.key(), baseline);
            case Change.BaselineDropped(var scope, var rule) ->
                    baselines.remove(new LossBaseline.Key(scope, rule));
            case Change.FlattenedByTime(var strategy, var day) -> flatDays.put(strategy, day);
            case Change.EngineStarted _,
                    Change.CashMoved _,
                    Change.CheckedAtOpen _,
                    Change.Noted _ -> {
                // Told to people; the book does not change.
            }
        }
    }

    private void put(Order order) {
        orders.put(order.id(), order);
        if (order.isFinal()) {
            working.remove(keyOf(order), order.id());
            ended.put(order.id(), true).ifPresent(orders::remove);
        } else {
            working.add(keyOf(order), order.id());
        }
    }

    private void countRate(Order order, Instant at) {
        if (!orders.containsKey(order.id()) && !order.terms().role().isProtective()) {
            orderTimes.addLast(new OrderTime(at, order.strategy(), order.account()));
        }
        Instant oldest = at.minus(RATE_WINDOW);
        while (!orderTimes.isEmpty() && orderTimes.getFirst().at().isBefore(oldest)) {
            orderTimes.removeFirst();
        }
    }

    private void countExecution(Order order, Instant at) {
        if (!orders.containsKey(order.id())) {
            executions.planned(order, at);
        }
    }

    private static PositionKey keyOf(Order order) {
        return new PositionKey(order.account(), order.strategy(), order.terms().instrument());
    }

    public long sequence() {
        return sequence;
    }

    public String epoch() {
        return epoch;
    }

    public Optional<DecisionAnswer> answer(SignalKey key) {
        return answers.get(key);
    }

    public Optional<ControlOutcome> outcome(String command) {
        return commands.get(command).map(CommandAnswer::outcome);
    }

    public boolean knowsFill(String key) {
        return fillKeys.get(key).isPresent();
    }

    public Optional<Order> order(ClientOrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /// Not final, in the order that they were planned.
    public List<Order> working(PositionKey key) {
        return working.of(key).stream().map(this::known).toList();
    }

    public Stream<Order> working() {
        return working.all().stream().map(this::known);
    }

    private Order known(ClientOrderId id) {
        Order order = orders.get(id);
        if (order == null) {
            throw new IllegalStateException("order " + id + " is not in the book");
        }
        return order;
    }

    public boolean isUnknown(ClientOrderId id) {
        return order(id).filter(order -> order.status() == OrderStatus.UNKNOWN).isPresent();
    }

    public Optional<Position> position(PositionKey key) {
        return Optional.ofNullable(positions.get(key));
    }

    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    public Optional<AccountBalance> balance(AccountId account) {
        return Optional.ofNullable(balances.get(account));
    }

    public Collection<AccountBalance> balances() {
        return Collections.unmodifiableCollection(balances.values());
    }

    public Optional<Instrument> instrument(InstrumentId id) {
        return Optional.ofNullable(instruments.get(id));
    }

    public Optional<ScopeState> state(StateScope scope) {
        return Optional.ofNullable(states.get(scope));
    }

    /// The strictest of all, the account's and the strategy's.
    public ScopeState state(StrategyName strategy, AccountId account) {
        return ScopeState.strictest(states::get, strategy, account);
    }

    public Collection<ScopeState> states() {
        return Collections.unmodifiableCollection(states.values());
    }

    /// The last one.
    public Optional<ClosedDay> closedDay(PnlScope scope) {
        return Optional.ofNullable(closedDays.get(scope));
    }

    /// The last day on which the strategy was closed by its `flat_by`.
    public Optional<LocalDate> flatDay(StrategyName strategy) {
        return Optional.ofNullable(flatDays.get(strategy));
    }

    /// Of any scope.
    public Optional<LocalDate> newestClosedDate() {
        return closedDays.values().stream().map(ClosedDay::date).max(Comparator.naturalOrder());
    }

    public Optional<LossBaseline> baseline(LossBaseline.Key key) {
        return Optional.ofNullable(baselines.get(key));
    }

    public Collection<LossBaseline> baselines() {
        return Collections.unmodifiableCollection(baselines.values());
    }

    /// Of the last day, up to a thousand.
    public Stream<Execution> executions(StrategyName strategy) {
        return executions.of(strategy);
    }

    /// Orders planned within the last minute before `now`.
    public Stream<OrderTime> recentOrders(Instant now) {
        Instant oldest = now.minus(RATE_WINDOW);
        return orderTimes.stream().filter(time -> !time.at().isBefore(oldest));
    }
}
