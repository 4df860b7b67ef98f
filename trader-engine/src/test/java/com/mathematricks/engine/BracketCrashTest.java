package com.mathematricks.engine;

import static com.mathematricks.engine.EngineRun.await;
import static com.mathematricks.engine.scenario.TestSignal.breakeven;
import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bracket that is killed before and after each append, send, answer and cancel, and started
/// again from the journal: what is held has exactly one stop and one target of its size, what is
/// not held has none, and nothing is ever sold that was not held.
class BracketCrashTest {

    private static final int NEVER = Integer.MAX_VALUE;

    private final TestClock clock = new TestClock(Scenario.START.toString());
    private final Scenario signals = new Scenario();
    private final Signal entry =
            signals.signal(buy("AAPL").quantity("10").stopLoss("90").takeProfit("120"));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsHeldHasOneStopAndOneTarget(boolean inParts) {
        int steps = 0;
        for (boolean cut = true; cut; steps++) {
            try (var house = new House(inParts)) {
                cut = house.until(steps, entry, () -> {});
                house.restart(entry);
                house.isProtected("10", "killed after step " + steps);
            }
        }
        assertThat(steps).isGreaterThan(5);
    }

    @Test
    void whatIsHeldIsProtectedThoughItIsKilledAgainOnTheWayBack() {
        for (int first = 0; first < 30; first += 3) {
            for (int second = 0; second < 12; second++) {
                try (var house = new House(true)) {
                    house.until(first, entry, () -> {});
                    house.restart(second, entry);
                    house.restart(entry);
                    house.isProtected("10", "killed after %d and %d".formatted(first, second));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "TARGET"})
    void oneThatFillsEndsTheOther(OrderRole role) {
        int steps = 0;
        for (boolean cut = true; cut; steps++) {
            try (var house = new House(false)) {
                house.until(NEVER, entry, () -> {});
                cut = house.until(steps, entry, () -> house.broker.fill(role));
                house.restart(entry);
                house.isFlat("killed after step " + steps);
            }
        }
        assertThat(steps).isGreaterThan(1);
    }

    @Test
    void exitEndsFlatWithNothingResting() {
        goesOut(exit("AAPL"), "0");
    }

    @Test
    void partialExitLeavesOneStopAndOneTargetBehindTheRest() {
        goesOut(exit("AAPL").quantity("4"), "6");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stopThatIsMovedIsThereOnce(boolean toTheEntryPrice) {
        Signal moving =
                signals.signal(
                        toTheEntryPrice
                                ? breakeven("AAPL").price("105")
                                : exit("AAPL").ifBelow("95"));
        int steps = 0;
        for (boolean cut = true; cut; steps++) {
            try (var house = new House(false)) {
                house.until(NEVER, entry, () -> {});
                cut = house.until(steps, moving, () -> {});
                house.restart(moving);
                house.isProtected(
                        "10", toTheEntryPrice ? "100" : "95", "killed after step " + steps);
            }
        }
        assertThat(steps).isGreaterThan(2);
    }

    private void goesOut(TestSignal exit, String left) {
        Signal leaving = signals.signal(exit);
        int steps = 0;
        for (boolean cut = true; cut; steps++) {
            try (var house = new House(false)) {
                house.until(NEVER, entry, () -> {});
                cut = house.until(steps, leaving, () -> {});
                house.restart(leaving);
                String when = "killed after step " + steps;
                if (left.equals("0")) {
                    house.isFlat(when);
                } else {
                    house.isProtected(left, when);
                }
            }
        }
        assertThat(steps).isGreaterThan(5);
    }

    /// One engine after another, over one journal and one broker.
    private final class House implements AutoCloseable {

        private final Power power = new Power();
        private final MemoryJournal stored = new MemoryJournal();
        private final RestingBroker broker = new RestingBroker(power);
        private EngineRun run = new EngineRun(stored, power, broker, clock);

        House(boolean inParts) {
            broker.fillsInParts(inParts);
            run.start();
            run.take(
                    new Change.BalancePut(
                            AccountBalance.opened(
                                    TestOrder.ACCOUNT,
                                    BrokerName.PAPER,
                                    Currency.USD,
                                    Money.of("100000", Currency.USD))));
        }

        /// True where the power went before all was done.
        boolean until(int steps, Signal signal, Runnable market) {
            power.lasts(steps);
            run.decide(signal);
            market.run();
            await("settled or dark", () -> power.isGone() || isSettled(signal));
            return power.isGone();
        }

        void restart(Signal signal) {
            restart(NEVER, signal);
            await("settled", () -> isSettled(signal));
        }

        void restart(int steps, Signal signal) {
            run.close();
            power.lasts(steps);
            run = new EngineRun(stored, power, broker, clock);
            run.start();
            run.decide(signal);
            await("settled or dark", () -> power.isGone() || isSettled(signal));
        }

        /// Decided, and whatever works rests.
        private boolean isSettled(Signal signal) {
            return run.has(book ->
                    book.answer(signal.key()).isPresent()
                            && book.working().allMatch(House::rests)
                            && book.working().count() == broker.open().size());
        }

        private static boolean rests(Order order) {
            return order.status() == OrderStatus.ACCEPTED && !order.progress().cancelRequested();
        }

        void isProtected(String quantity, String when) {
            isProtected(quantity, "90", when);
        }

        void isProtected(String quantity, String stop, String when) {
            List<String> resting = broker.open().stream().map(Scenario::inWords).sorted().toList();
            assertThat(resting)
                    .as(when)
                    .containsExactly(
                            "SELL %s AAPL STOP %s".formatted(quantity, stop),
                            "SELL %s AAPL TARGET 120".formatted(quantity));
            isTrue(NetQuantity.of(quantity), when);
        }

        void isFlat(String when) {
            assertThat(broker.open()).as(when).isEmpty();
            isTrue(NetQuantity.FLAT, when);
        }

        private void isTrue(NetQuantity held, String when) {
            assertThat(broker.position()).as(when).isEqualTo(held);
            assertThat(run.held()).as(when).isEqualTo(held);
            assertThat(broker.held).as(when).noneMatch(NetQuantity::isShort);
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
