package com.mathematricks.engine;

import static com.mathematricks.engine.EngineRun.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.BrokerName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A flatten that is killed before and after each append, send and cancel, and started again from
/// the journal, ends flat, and was never anything but long on the way there.
class FlattenCrashTest {

    private static final InstrumentId AAPL = new InstrumentId("AAPL");
    private static final InstrumentTable TABLE = InstrumentFile.load(null);
    private static final int NEVER = Integer.MAX_VALUE;

    private final TestClock clock = new TestClock("2026-11-23T15:00:00Z");
    private final ControlCommand flatten = TestCommand.flatten("all").at("f", clock.instant());

    @ParameterizedTest
    @EnumSource(
            value = TradingState.class,
            names = {"ACTIVE", "HALTED"})
    void endsFlatWhereverItIsKilled(TradingState state) {
        int steps = 0;
        for (boolean cut = true; cut; steps++) {
            try (var house = new House(state)) {
                house.begin();
                cut = house.flattenUntil(steps);
                house.restart();
                house.isFlattened("killed after step " + steps);
            }
        }
        // The command, two cancels with their ends, the exit and its fill: each several steps.
        assertThat(steps).isGreaterThan(5);
    }

    @Test
    void endsFlatThoughItIsKilledAgainOnTheWayBack() {
        for (int second = 0; second < 20; second++) {
            try (var house = new House(TradingState.ACTIVE)) {
                house.begin();
                house.flattenUntil(7);
                house.restart(second);
                house.restart();
                house.isFlattened("killed after 7 steps and after %d more".formatted(second));
            }
        }
    }

    /// One engine after another, over one journal and one broker.
    private final class House implements AutoCloseable {

        private final TradingState state;
        private final Power power = new Power();
        private final MemoryJournal stored = new MemoryJournal();
        private final RestingBroker broker = new RestingBroker(power);
        private EngineRun run = new EngineRun(stored, power, broker, clock);

        House(TradingState state) {
            this.state = state;
        }

        /// 10 are held, with a stop behind 6 of them, and 3 more are to be bought at a limit.
        void begin() {
            run.start();
            run.take(
                    new Change.BalancePut(
                            AccountBalance.opened(
                                    TestOrder.ACCOUNT,
                                    BrokerName.PAPER,
                                    Currency.USD,
                                    Money.of("100000", Currency.USD))),
                    new Change.InstrumentUsed(TABLE.find(AAPL).orElseThrow()));
            run.take(new Change.OrderPut(submitted(TestOrder.buy("A1", "10"))));
            await("held", () -> run.held().equals(NetQuantity.of("10")));
            run.take(
                    new Change.OrderPut(
                            submitted(TestOrder.sell("A2", "6").stop("90").as(OrderRole.STOP))),
                    new Change.OrderPut(submitted(TestOrder.buy("A3", "3").limit("80"))));
            await(
                    "resting",
                    () ->
                            broker.open().size() == 2
                                    && run.has(book ->
                                            book.working()
                                                    .allMatch(order ->
                                                            order.status()
                                                                    == OrderStatus.ACCEPTED)));
            run.take(
                    new Change.StatePut(
                            new ScopeState(StateScope.ALL, state, "by hand", clock.instant())));
        }

        private Order submitted(TestOrder order) {
            return order.order().to(OrderStatus.SUBMITTED, null, clock.instant());
        }

        /// True where the power went before all was done.
        boolean flattenUntil(int steps) {
            power.lasts(steps);
            command();
            await("flat or dark", () -> power.isGone() || isDone());
            return power.isGone();
        }

        void restart() {
            restart(NEVER);
            await("flat", this::isDone);
        }

        void restart(int steps) {
            run.close();
            power.lasts(steps);
            run = new EngineRun(stored, power, broker, clock);
            run.start();
            command();
            await("flat or dark", () -> power.isGone() || isDone());
        }

        private void command() {
            run.post(
                    "command",
                    situation -> CommandDesk.decided(flatten, BrokerSide.unasked(), situation));
        }

        private boolean isDone() {
            return run.has(
                    book -> book.outcome("f").isPresent() && book.working().findAny().isEmpty());
        }

        void isFlattened(String when) {
            assertThat(broker.position()).as(when).isEqualTo(NetQuantity.FLAT);
            assertThat(broker.open()).as(when).isEmpty();
            assertThat(broker.held).as(when).noneMatch(NetQuantity::isShort);
            List<Entry> done =
                    stored.after(0, NEVER).stream()
                            .filter(entry -> entry.kind() == EntryKind.COMMAND_DONE)
                            .toList();
            assertThat(done).as(when).hasSize(1);
            assertThat(run.read(book -> book.outcome("f").orElseThrow()).sequence())
                    .as(when)
                    .isEqualTo(done.getFirst().sequence());
            var replayed = new Book("CRASH");
            stored.forEachAfter(0, replayed::apply);
            assertThat(replayed.snapshot()).as(when).isEqualTo(run.read(Book::snapshot));
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
