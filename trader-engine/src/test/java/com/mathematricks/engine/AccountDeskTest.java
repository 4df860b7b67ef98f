package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.StubbornBroker.Submit;
import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.calendar.CalendarFile;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.command.Difference;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.PriceView;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.StrategyName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One account's thread against a broker that loses orders and answers.
class AccountDeskTest {

    private static final InstrumentId AAPL = new InstrumentId("AAPL");
    private static final InstrumentTable TABLE = InstrumentFile.load(null);

    private final TestClock clock = new TestClock("2026-11-23T15:00:00Z");
    private final MemoryJournal journal = new MemoryJournal();
    private final StubbornBroker broker = new StubbornBroker();
    private final Ownership ownership = new Ownership(() -> clock.millis() * 1_000_000);
    private final Map<StateScope, ScopeState> states = new ConcurrentHashMap<>();
    private final TradingEngine engine =
            new TradingEngine(
                    journal,
                    ownership,
                    "test",
                    new Book("TESTS"),
                    () -> new Book("TESTS"),
                    this::situation,
                    this::dispatch);
    private final SendCheck check =
            new SendCheck(
                    ownership,
                    clock,
                    () -> Settings.NONE,
                    order -> ScopeState.strictest(states::get, order.strategy(), order.account()));
    private final AccountDesk desk =
            new AccountDesk(
                    TestOrder.ACCOUNT,
                    broker,
                    engine,
                    check,
                    new Reconciliation(TestOrder.ACCOUNT, broker, engine, journal, check));

    @AfterEach
    void close() {
        desk.close();
        engine.close();
    }

    @Test
    void sendsAnOrderAndBooksItsFill() {
        begin();
        submit(TestOrder.buy("A1", "10").order());

        awaitStatus("A1", OrderStatus.FILLED);
        assertThat(broker.submitted).hasSize(1);
        assertThat(held()).isEqualTo(NetQuantity.of("10"));
    }

    @Test
    void looksUpAnOrderWhoseAnswerWasLostAndNeverSendsItTwice() {
        begin();
        broker.next = Submit.LOSES_THE_ANSWER;
        submit(TestOrder.buy("A1", "10").order());

        awaitStatus("A1", OrderStatus.FILLED);
        assertThat(statuses("A1"))
                .containsExactly(
                        OrderStatus.SUBMITTED,
                        OrderStatus.UNKNOWN,
                        OrderStatus.ACCEPTED,
                        OrderStatus.FILLED);
        assertThat(broker.submitted).hasSize(1);
    }

    @Test
    void sendsAgainWhatProvablyNeverArrived() {
        begin();
        broker.next = Submit.LOSES_THE_ORDER;
        submit(TestOrder.buy("A1", "10").order());

        awaitStatus("A1", OrderStatus.FILLED);
        assertThat(broker.submitted).hasSize(2);
        assertThat(held()).isEqualTo(NetQuantity.of("10"));
    }

    @Test
    void givesUpAnOpeningOrderThatNeverArrivedAndIsNoLongerFresh() {
        begin();
        broker.next = Submit.LOSES_THE_ORDER;
        submit(TestOrder.buy("A1", "10").order());
        awaitStatus("A1", OrderStatus.UNKNOWN);
        clock.pass(Duration.ofMinutes(3));
        ownership.seen();

        awaitStatus("A1", OrderStatus.CANCELLED);
        assertThat(order("A1").progress().reason()).startsWith("NOT_SENT_STALE");
        assertThat(broker.submitted).hasSize(1);
    }

    @Test
    void sendsNothingWhileTradingIsHaltedAndSaysWhy() {
        begin();
        states.put(
                StateScope.ALL,
                new ScopeState(StateScope.ALL, TradingState.HALTED, "by hand", clock.instant()));
        submit(TestOrder.buy("A1", "10").order());

        awaitStatus("A1", OrderStatus.CANCELLED);
        assertThat(order("A1").progress().reason()).contains("HALTED").contains("by hand");
        assertThat(broker.submitted).isEmpty();
    }

    @Test
    void sendsWhatACommandClosesThoughTradingIsHalted() {
        begin();
        submit(TestOrder.buy("A1", "10").order());
        awaitStatus("A1", OrderStatus.FILLED);
        states.put(
                StateScope.ALL,
                new ScopeState(StateScope.ALL, TradingState.HALTED, "by hand", clock.instant()));
        submit(TestOrder.sell("A2", "4").as(OrderRole.EXIT).commandedBy("c1").order());
        submit(TestOrder.sell("A3", "4").as(OrderRole.EXIT).order());

        awaitStatus("A2", OrderStatus.FILLED);
        awaitStatus("A3", OrderStatus.CANCELLED);
        assertThat(held()).isEqualTo(NetQuantity.of("6"));
    }

    @Test
    void sendsWhatWasApprovedBeforeItsStrategyWasPaused() {
        begin();
        states.put(
                StateScope.ALL,
                new ScopeState(StateScope.ALL, TradingState.PAUSED, "by hand", clock.instant()));
        submit(TestOrder.buy("A1", "10").order());

        awaitStatus("A1", OrderStatus.FILLED);
    }

    @Test
    void tellsWhatTheBrokerHolds() {
        begin();
        submit(TestOrder.buy("A1", "10").order());
        awaitStatus("A1", OrderStatus.FILLED);
        broker.positions.add(new BrokerPosition(AAPL, NetQuantity.of("7")));

        assertThat(desk.brokerSide().join())
                .isEqualTo(
                        new BrokerSide.Seen(
                                List.of(
                                        new Difference(
                                                AAPL, NetQuantity.of("10"), NetQuantity.of("7")))));
    }

    @Test
    void sendsNothingOnceAnotherEngineOwnsTheJournal() {
        begin();
        ownership.lost("another");
        submit(TestOrder.buy("A1", "10").order());
        desk.close();

        assertThat(broker.submitted).isEmpty();
    }

    @Test
    void reportsAPositionThatDiffersAndLetsTheAccountOnlyReduce() {
        broker.positions.add(new BrokerPosition(AAPL, NetQuantity.of("7")));
        begin();

        ScopeState state = awaitAccountState();
        assertThat(state.state()).isEqualTo(TradingState.REDUCING);
        assertThat(state.cause()).contains("AAPL: ours 0, broker's 7");
    }

    @Test
    void haltsTheAccountWhenAReportCannotBeBookedTwice() {
        begin();
        broker.feeCurrency = new Currency("EUR");
        submit(TestOrder.buy("A1", "10").order());

        assertThat(awaitAccountState().state()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void bringsAnOrderOfTheLastRunToItsEnd() {
        engine.start();
        ownership.seen();
        // Journalled as SUBMITTED, then the power went: nothing was sent.
        openAccount();
        submit(TestOrder.buy("A1", "10").order());
        assertThat(broker.submitted).isEmpty();
        dispatching = true;
        desk.start();

        awaitStatus("A1", OrderStatus.FILLED);
        assertThat(broker.submitted).hasSize(1);
    }

    private volatile boolean dispatching;

    private void begin() {
        dispatching = true;
        engine.start();
        ownership.seen();
        openAccount();
        desk.start();
        await("reconciled", () -> desk.problem().isEmpty());
    }

    private void openAccount() {
        var balance =
                AccountBalance.opened(
                        TestOrder.ACCOUNT,
                        BrokerName.PAPER,
                        Currency.USD,
                        Money.of("100000", Currency.USD));
        take(new Change.BalancePut(balance));
        take(new Change.InstrumentUsed(TABLE.find(AAPL).orElseThrow()));
    }

    private void submit(Order order) {
        take(new Change.OrderPut(order.to(OrderStatus.SUBMITTED, null, clock.instant())));
    }

    private void take(Change change) {
        engine.take(
                        "test",
                        _ ->
                                Optional.of(
                                        new Draft(
                                                EntryKind.NOTED,
                                                null,
                                                TestOrder.ACCOUNT,
                                                List.of(change))))
                .join();
    }

    private void dispatch(List<Entry> entries, Book book) {
        for (Entry entry : entries) {
            for (Change change : entry.changes()) {
                if (change instanceof Change.StatePut(ScopeState state)) {
                    states.put(state.scope(), state);
                } else if (dispatching
                        && change instanceof Change.OrderPut(Order order)
                        && order.status() == OrderStatus.SUBMITTED) {
                    desk.submit(order, book.instrument(AAPL).orElseThrow());
                }
            }
        }
    }

    private Order order(String id) {
        return engine.read(
                        "order",
                        situation -> situation.book().order(new ClientOrderId(id)).orElseThrow())
                .join();
    }

    private List<OrderStatus> statuses(String id) {
        return journal.after(0, 1_000).stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> change instanceof Change.OrderPut)
                .map(change -> ((Change.OrderPut) change).order())
                .filter(order -> order.id().value().equals(id))
                .map(Order::status)
                .toList();
    }

    private NetQuantity held() {
        return engine.read(
                        "held",
                        situation ->
                                situation.book().positions().stream()
                                        .map(position -> position.quantity())
                                        .reduce(NetQuantity.FLAT, NetQuantity::plus))
                .join();
    }

    private ScopeState awaitAccountState() {
        await("state", () -> states.containsKey(StateScope.of(TestOrder.ACCOUNT)));
        return Objects.requireNonNull(states.get(StateScope.of(TestOrder.ACCOUNT)));
    }

    private void awaitStatus(String id, OrderStatus status) {
        await(id + " " + status, () -> order(id).status() == status);
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not reached: " + what);
            }
            Thread.onSpinWait();
        }
    }

    private Situation situation(Book book) {
        PriceView prices =
                new PriceView() {
                    @Override
                    public Optional<KnownPrice> independent(InstrumentId instrument) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Price> mark(InstrumentId instrument, StrategyName strategy) {
                        return Optional.empty();
                    }
                };
        return new Situation(
                book,
                Settings.NONE,
                TABLE,
                CalendarFile.load(),
                prices,
                (instrument, _, _) -> Money.zero(instrument.currency()),
                _ -> Optional.empty(),
                Optional.empty(),
                clock.instant());
    }
}
