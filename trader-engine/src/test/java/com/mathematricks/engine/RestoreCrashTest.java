package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.service.store.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// An engine that is killed before and after each append of its way back from a backup tells of the
/// restore once, sends nothing of what the backup still wanted, and trades after an acceptance.
class RestoreCrashTest {

    private static final String OLD = "OLDEN";
    private static final int NEVER = Integer.MAX_VALUE;
    private static final InstrumentTable TABLE = InstrumentFile.load(null);
    private static final InstrumentId AAPL = new InstrumentId("AAPL");
    private static final StateScope PAPER = StateScope.of(TestOrder.ACCOUNT);

    private final TestClock clock = new TestClock("2026-11-23T15:00:00Z");
    private final Restore restore =
            new Restore("r1", clock.instant(), Instant.parse("2026-11-22T03:00:00Z"));
    private final Power power = new Power();
    private MemoryJournal stored = new MemoryJournal();
    private RestingBroker broker = new RestingBroker(power);

    @Test
    void isToldOnceAndSendsNothingWhereverItIsKilled() {
        boolean cut = true;
        int steps = 0;
        for (; cut; steps++) {
            stored = backup();
            broker = new RestingBroker(power);
            cut = live(steps);
            assertThat(live(NEVER)).isFalse();
            isRestoredOnce("killed after step " + steps);
        }
        // Restored, started, the lost orders, accepted, resumed: each before and after.
        assertThat(steps).isGreaterThan(8);
    }

    /// Two orders that the journal of the backup holds for sent, and that the broker never got: one
    /// of a signal, one of a person's flatten.
    private MemoryJournal backup() {
        var journal = new MemoryJournal();
        List<Change> changes =
                List.of(
                        new Change.BalancePut(
                                AccountBalance.opened(
                                        TestOrder.ACCOUNT,
                                        BrokerName.PAPER,
                                        Currency.USD,
                                        Money.of("100000", Currency.USD))),
                        new Change.InstrumentUsed(TABLE.find(AAPL).orElseThrow()),
                        new Change.OrderPut(submitted(TestOrder.buy("OLDEN1", "3"))),
                        new Change.OrderPut(
                                submitted(
                                        TestOrder.sell("OLDEN2", "3")
                                                .as(OrderRole.EXIT)
                                                .commandedBy("f"))));
        journal.append(
                List.of(
                        new Entry(
                                1,
                                OLD,
                                clock.instant(),
                                "before",
                                EntryKind.NOTED,
                                "seq:1",
                                null,
                                changes)));
        return journal;
    }

    private Order submitted(TestOrder order) {
        return order.order().to(OrderStatus.SUBMITTED, null, clock.instant());
    }

    /// True where the power went before all was done.
    private boolean live(int steps) {
        power.lasts(steps);
        try (var run = new Run()) {
            run.rise();
            run.command(ControlAction.ACCEPT);
            run.command(ControlAction.RESUME);
        } catch (CompletionException e) {
            assertThat(power.isGone()).as(e.toString()).isTrue();
        }
        return power.isGone();
    }

    private void isRestoredOnce(String when) {
        List<Entry> entries = stored.after(0, NEVER);
        assertThat(entries)
                .as(when)
                .filteredOn(entry -> entry.key().equals("restored:r1"))
                .hasSize(1);
        assertThat(entries.getFirst().epoch()).isEqualTo(OLD);
        assertThat(entries.stream().skip(1).map(Entry::epoch).distinct())
                .as(when)
                .singleElement()
                .isNotEqualTo(OLD);
        assertThat(broker.held).as(when).isEmpty();
        var book = new Book("EMPTY");
        stored.forEachAfter(0, book::apply);
        assertThat(book.state(PAPER).orElseThrow().state()).as(when).isEqualTo(TradingState.ACTIVE);
        assertThat(book.working()).as(when).isEmpty();
    }

    /// One life of the engine, in the order of a service's start.
    private final class Run implements AutoCloseable {

        private final Map<StateScope, ScopeState> states = new ConcurrentHashMap<>();
        private final Ownership ownership = new Ownership(() -> 0);
        private final TradingEngine engine;
        private final AccountDesk desk;

        Run() {
            var book = new Book("EMPTY");
            stored.forEachAfter(0, book::apply);
            book.states().forEach(known -> states.put(known.scope(), known));
            var journal = power.journal(stored);
            engine =
                    new TradingEngine(
                            journal,
                            ownership,
                            "test",
                            book,
                            () -> new Book("DARK"),
                            RestoreCrashTest.this::situation,
                            this::dispatch);
            var check =
                    new SendCheck(
                            ownership,
                            clock,
                            () -> new Scenario().situation().settings(),
                            order ->
                                    ScopeState.strictest(
                                            states::get, order.strategy(), order.account()));
            desk =
                    new AccountDesk(
                            TestOrder.ACCOUNT,
                            broker,
                            engine,
                            check,
                            new Reconciliation(TestOrder.ACCOUNT, broker, engine, journal, check));
        }

        void rise() {
            ownership.seen();
            engine.start();
            engine.take("restored", s -> Restoring.step(Optional.of(restore), stored, s)).join();
            engine.take("started", _ -> Optional.of(started())).join();
            desk.start();
            await("reconciled", () -> power.isGone() || desk.problem().isEmpty());
        }

        private Draft started() {
            return new Draft(
                    EntryKind.STARTED, null, null, List.of(new Change.EngineStarted("test", 0)));
        }

        /// The same command in each life.
        void command(ControlAction action) {
            ControlCommand asked =
                    TestCommand.of(action, PAPER.value()).at(action.name(), clock.instant());
            BrokerSide broker =
                    action == ControlAction.ACCEPT
                            ? desk.brokerSide().join()
                            : BrokerSide.unasked();
            engine.take("command", s -> CommandDesk.decided(asked, broker, s)).join();
        }

        private void dispatch(List<Entry> entries, Book book) {
            for (Entry entry : entries) {
                for (Change change : entry.changes()) {
                    if (change instanceof Change.StatePut(ScopeState put)) {
                        states.put(put.scope(), put);
                    } else if (change instanceof Change.OrderPut(Order order)
                            && order.status() == OrderStatus.SUBMITTED) {
                        desk.submit(order, book.instrument(AAPL).orElseThrow());
                    }
                }
            }
        }

        @Override
        public void close() {
            desk.close();
            engine.close();
        }
    }

    private Situation situation(Book book) {
        Situation like = new Scenario().situation();
        return new Situation(
                book,
                like.settings(),
                like.instruments(),
                like.calendars(),
                like.prices(),
                like.fees(),
                like.brokerProblem(),
                like.diskProblem(),
                clock.instant());
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
}
