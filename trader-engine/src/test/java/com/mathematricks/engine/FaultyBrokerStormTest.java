package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.broker.FaultyBroker;
import com.mathematricks.engine.broker.FaultyBroker.Fault;
import com.mathematricks.engine.broker.paper.PaperBroker;
import com.mathematricks.engine.broker.paper.PaperFees;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.PriceView;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.PaperSettings;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Seeded storms of signals, prices and kills over a paper broker that times out, repeats, forgets
/// and loses things. Whenever it behaves again and the account has reconciled, the book is what the
/// journal says and what the broker holds.
class FaultyBrokerStormTest {

    private static final int STEPS = 240;
    private static final int CALM_EVERY = 20;

    /// Longer than an order counts as on its way.
    private static final Duration SETTLED = Duration.ofSeconds(11);

    private static final List<String> TICKERS = List.of("AAPL", "MSFT", "BTCUSDT");

    private final TestStore database = TestStore.open("paper_orders", "paper_accounts");
    private final TestClock clock = new TestClock("2026-11-23T15:00:00Z");
    private final PriceBook prices = new PriceBook();
    private final PaperFees fees = PaperFees.load(null);
    private final MemoryJournal journal = new MemoryJournal();
    private final Map<SignalKey, DecisionAnswer> answers = new HashMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private int commands;
    private final Scenario like =
            new Scenario()
                    .with(settings ->
                            settings.defaultQuantity("7")
                                    .pyramiding(3)
                                    .limit(LimitKey.MAX_ORDERS_PER_MINUTE, "none"));

    @AfterEach
    void close() {
        database.close();
    }

    /// All that a broker may do that knows its ids for ever.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void endsAsTheBrokerHasIt(long seed) {
        Set<Fault> faults = EnumSet.allOf(Fault.class);
        faults.remove(Fault.FORGETS_IDS);
        storm(seed, faults);
    }

    /// One that forgets never says for sure that an order did not arrive: a person does.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
    void endsAsAForgetfulBrokerHasItOnceAPersonHasLooked(long seed) {
        storm(seed, EnumSet.allOf(Fault.class));
    }

    private void storm(long seed, Set<Fault> faults) {
        var random = new Random(seed);
        AccountSettings account = account(seed);
        PaperBroker paper = paper(account);
        var broker = new FaultyBroker(paper, faults, 6, seed);
        TICKERS.forEach(ticker -> quote(random, ticker));
        FaultyLife life = live(broker, account);
        for (int step = 1; step <= STEPS; step++) {
            String at = "seed %d, step %d".formatted(seed, step);
            step(random, life);
            if (random.nextInt(25) == 0) {
                life.close();
                life = live(broker, account);
            }
            if (step % CALM_EVERY == 0) {
                calm(broker, life);
                assertBook(life, at);
                assertBroker(life, paper, at);
                broker.misbehave();
            }
        }
        assertOneOrderSetPerSignal("seed " + seed);
        assertThat(paper.fillsSince(Instant.EPOCH)).as("seed %d", seed).hasSizeGreaterThan(10);
        life.close();
    }

    private AccountSettings account(long seed) {
        AccountSettings plain = like.situation().settings().accounts().iterator().next();
        return new AccountSettings(
                plain.id(),
                1,
                clock.instant(),
                plain.broker(),
                plain.currency(),
                plain.cash(),
                true,
                plain.marketHours(),
                plain.limits(),
                new PaperSettings(null, null, seed % 2 == 0 ? seed : null));
    }

    private PaperBroker paper(AccountSettings account) {
        return new PaperBroker(
                account,
                database.database(),
                prices,
                fees,
                (_, moment) -> moment.plus(Duration.ofMinutes(2)),
                clock);
    }

    private FaultyLife live(Broker broker, AccountSettings account) {
        return new FaultyLife(journal, broker, account, this::situation, clock);
    }

    private void step(Random random, FaultyLife life) {
        clock.pass(Duration.ofMillis(random.nextInt(2_000)));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> decide(random, life);
            case 3 -> {
                if (!signals.isEmpty()) {
                    again(signals.get(random.nextInt(signals.size())), life);
                }
            }
            default -> {
                String ticker = anyOf(random, TICKERS);
                life.price(new InstrumentId(ticker), quote(random, ticker));
            }
        }
        // Now and then some of the desk's work waits for the next step, or for the next life.
        int tasks = random.nextInt(6) == 0 ? random.nextInt(3) : Integer.MAX_VALUE;
        for (int n = 0; n < tasks; n++) {
            if (!life.workOnce()) {
                break;
            }
        }
    }

    private KnownPrice quote(Random random, String ticker) {
        var price =
                KnownPrice.quote(
                        new Price(BigDecimal.valueOf(9_700 + random.nextInt(601), 2)),
                        clock.instant());
        prices.note(new InstrumentId(ticker), price, clock.instant());
        return price;
    }

    private void decide(Random random, FaultyLife life) {
        String id = "S" + (signals.size() + 1);
        var signal =
                new Signal(
                        SignalKey.of(Scenario.DEMO, id),
                        id,
                        Scenario.DEMO,
                        WireFormat.TRADINGVIEW,
                        clock.instant(),
                        clock.instant(),
                        null,
                        null,
                        null,
                        null,
                        List.of(wish(random).leg()));
        signals.add(signal);
        answers.put(signal.key(), life.decide(signal));
    }

    private void again(Signal signal, FaultyLife life) {
        assertThat(life.decide(signal)).isEqualTo(answers.get(signal.key()));
    }

    private static TestSignal wish(Random random) {
        String ticker = anyOf(random, TICKERS);
        TestSignal signal =
                switch (random.nextInt(10)) {
                    case 0, 1 -> TestSignal.buy(ticker);
                    case 2, 3 -> TestSignal.sell(ticker);
                    case 4, 5 -> TestSignal.buy(ticker).position("" + (random.nextInt(31) - 15));
                    case 6 -> TestSignal.exit(ticker);
                    case 7 -> TestSignal.exit(ticker).ifBelow("98");
                    case 8 -> TestSignal.reverse(ticker);
                    default -> TestSignal.cancel(ticker);
                };
        if (random.nextInt(3) > 0) {
            signal.quantity(String.valueOf(1 + random.nextInt(20)));
        }
        if (random.nextInt(4) == 0) {
            signal.limit("" + (98 + random.nextInt(5)));
        }
        return signal;
    }

    private static <T> T anyOf(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// The broker behaves, and the account looks up and reconciles until nothing is on its way.
    private void calm(FaultyBroker broker, FaultyLife life) {
        broker.behave();
        life.work();
        for (int round = 0; round < 5; round++) {
            clock.pass(SETTLED);
            life.reconcile();
            life.work();
        }
        boolean forgetful = !broker.missIsFinal();
        boolean stopped =
                life.book(book -> book.state(StateScope.of(Scenario.PAPER)))
                        .filter(state -> state.state() != TradingState.ACTIVE)
                        .isPresent();
        assertThat(stopped && !forgetful).isFalse();
        if (stopped) {
            settle(life);
        }
    }

    /// What the broker never showed is cancelled there, and trading goes on.
    private void settle(FaultyLife life) {
        List<Order> unknown =
                life.book(book ->
                        book.working()
                                .filter(order -> order.status() == OrderStatus.UNKNOWN)
                                .toList());
        unknown.forEach(order -> command(life, TestCommand.cancel(order.id())));
        life.work();
        command(life, TestCommand.of(ControlAction.RESUME, "account paper"));
        life.work();
    }

    private void command(FaultyLife life, TestCommand command) {
        life.command(command.at("c" + ++commands, clock.instant()));
    }

    private void assertBook(FaultyLife life, String at) {
        var replayed = new Book("STORM");
        journal.forEachAfter(0, replayed::apply);
        assertThat(life.book(Book::snapshot)).as(at).isEqualTo(replayed.snapshot());

        // cash = flows + realized − fees − Σ cost of what is held
        AccountBalance balance = replayed.balance(Scenario.PAPER).orElseThrow();
        Money cost =
                replayed.positions().stream()
                        .map(Position::totalCost)
                        .reduce(Money.zero(balance.currency()), Money::plus);
        assertThat(balance.cash())
                .as(at)
                .isEqualTo(
                        balance.flows().plus(balance.realized()).minus(balance.fees()).minus(cost));
    }

    private static void assertBroker(FaultyLife life, PaperBroker paper, String at) {
        Map<String, NetQuantity> theirs =
                paper.positions().stream()
                        .collect(
                                Collectors.toMap(
                                        position -> position.instrument().value(),
                                        BrokerPosition::quantity));
        var ours = new TreeMap<String, NetQuantity>();
        List<Position> positions = life.book(book -> List.copyOf(book.positions()));
        positions.forEach(position ->
                ours.merge(
                        position.key().instrument().value(),
                        position.quantity(),
                        NetQuantity::plus));
        ours.values().removeIf(NetQuantity::isFlat);
        Money cash = life.book(book -> book.balance(Scenario.PAPER).orElseThrow().cash());
        List<ScopeState> states = life.book(book -> List.copyOf(book.states()));
        assertThat(ours).as(at).isEqualTo(theirs);
        assertThat(cash).as(at).isEqualTo(paper.account().cash());

        List<Order> working = life.book(book -> book.working().toList());
        assertThat(working).as(at).noneMatch(order -> order.status() == OrderStatus.UNKNOWN);
        assertThat(
                        working.stream()
                                .filter(Order::mayBeAtBroker)
                                .map(Order::id)
                                .collect(Collectors.toSet()))
                .as(at)
                .isEqualTo(
                        paper.openOrders().stream()
                                .map(BrokerOrder::id)
                                .collect(Collectors.toSet()));
        assertThat(states).as(at).allMatch(state -> state.state() == TradingState.ACTIVE);
    }

    /// Each answered signal has one decision; each order comes from one that was not a denial, or
    /// takes the place of one that does.
    private void assertOneOrderSetPerSignal(String at) {
        Set<SignalKey> decided = new HashSet<>();
        Set<ClientOrderId> ids = new HashSet<>();
        for (Entry entry : journal.after(0, Integer.MAX_VALUE)) {
            for (Change change : entry.changes()) {
                if (change instanceof Change.Decided(Decision decision)) {
                    assertThat(decided.add(decision.key())).as(at).isTrue();
                    decision.orders().forEach(id -> assertThat(ids.add(id)).as(at).isTrue());
                    if (decision.outcome() == DecisionOutcome.DENIED) {
                        assertThat(decision.orders()).as(at).isEmpty();
                    }
                } else if (change instanceof Change.OrderPut(Order order) && ids.add(order.id())) {
                    assertThat(order.plan().after()).as(at).isNotEmpty();
                    assertThat(ids).as(at).containsAll(order.plan().after());
                }
            }
        }
        assertThat(decided).as(at).isEqualTo(answers.keySet());
    }

    private Situation situation(Book book) {
        Situation settled = like.situation();
        return new Situation(
                book,
                settled.settings(),
                settled.instruments(),
                settled.calendars(),
                view(),
                fees::estimate,
                settled.brokerProblem(),
                settled.diskProblem(),
                clock.instant());
    }

    private PriceView view() {
        return new PriceView() {
            @Override
            public Optional<KnownPrice> independent(InstrumentId instrument) {
                return prices.independentReference(instrument, clock.instant());
            }

            @Override
            public Optional<Price> mark(InstrumentId instrument, StrategyName strategy) {
                return prices.newest(instrument, strategy).map(KnownPrice::price);
            }
        };
    }
}
