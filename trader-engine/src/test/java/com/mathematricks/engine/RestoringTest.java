package com.mathematricks.engine;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static com.mathematricks.model.control.ControlAction.ACCEPT;
import static com.mathematricks.model.control.ControlAction.REDUCE;
import static com.mathematricks.model.control.ControlAction.RESUME;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.command.Difference;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.service.store.Restore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a restored account may do, and who lets it do more.
class RestoringTest {

    private static final String PAPER = "account paper";
    private static final Restore RESTORE =
            new Restore(
                    "r1",
                    Instant.parse("2026-11-23T14:30:00Z"),
                    Instant.parse("2026-11-22T03:00:00Z"));
    private static final BrokerSide ALIKE = new BrokerSide.Seen(List.of());

    private final Scenario story = new Scenario().price("AAPL", "100").price("MSFT", "50");
    private final MemoryJournal journal = new MemoryJournal();

    private Draft restore() {
        Draft draft =
                Restoring.step(Optional.of(RESTORE), journal, story.situation()).orElseThrow();
        story.take(Optional.of(draft));
        return draft;
    }

    private ScopeState state() {
        return story.book().state(StateScope.of(Scenario.PAPER)).orElseThrow();
    }

    @Test
    void haltsEveryAccountInANewEpochInOneEntry() {
        String before = story.book().epoch();

        Draft draft = restore();

        assertThat(draft.key()).isEqualTo("restored:r1");
        assertThat(story.book().epoch()).isNotEqualTo(before).hasSize(5);
        assertThat(draft.changes())
                .filteredOn(Change.StatePut.class::isInstance)
                .hasSameSizeAs(story.situation().settings().accounts());
        assertThat(state().state()).isEqualTo(TradingState.HALTED);
        assertThat(state().cause())
                .startsWith("restored from the backup of 2026-11-22 03:00:00 UTC, what came after");
        assertThat(story.notes()).containsExactly("RESTORED");
        assertThat(story.decide(buy("AAPL").quantity("1")).code()).isEqualTo("TRADING_HALTED");
    }

    @Test
    void isDoneOnceAndWithoutARestoreNever() {
        Draft draft = restore();
        Entry last = story.entries().getLast();
        journal.append(
                List.of(
                        new Entry(
                                last.sequence(),
                                last.epoch(),
                                last.at(),
                                "another life",
                                draft.kind(),
                                "restored:r1",
                                null,
                                draft.changes())));

        assertThat(Restoring.step(Optional.of(RESTORE), journal, story.situation())).isEmpty();
        assertThat(Restoring.step(Optional.empty(), journal, story.situation())).isEmpty();
        var again = new Restore("r2", RESTORE.at(), RESTORE.backupTakenAt());
        assertThat(Restoring.step(Optional.of(again), journal, story.situation())).isPresent();
    }

    @Test
    void givesUpWhatWasPlannedAndLeavesWhatTheBrokerHas() {
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll();
        // Closes the 10 first, and opens 15 afterwards.
        story.decide(sell("AAPL").quantity("25"));
        Order first = story.order("SELL 10 AAPL");
        Order then = story.order("SELL 15 AAPL");
        assertThat(then.status()).isEqualTo(OrderStatus.NEW);

        restore();

        assertThat(story.working()).extracting(Order::id).containsExactly(first.id());
        assertThat(story.cancels()).isEmpty();
        assertThat(story.order(then.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(story.order(then.id()).progress().reason())
                .isEqualTo(
                        "NOT_SENT_RESTORED: planned before the backup of 2026-11-22 03:00:00 UTC");
    }

    @Test
    void onlyAnAcceptanceLetsItBeResumed() {
        restore();

        for (var action : List.of(RESUME, REDUCE)) {
            ControlOutcome refused = story.command(TestCommand.of(action, PAPER));
            assertThat(refused.status()).isEqualTo(ControlStatus.REFUSED);
            assertThat(refused.text())
                    .startsWith("account paper came back with a backup and nobody has accepted it");
        }
        story.brokerHas(new BrokerSide.Unseen("it is down"));
        assertThat(story.command(TestCommand.of(ACCEPT, PAPER)).status())
                .isEqualTo(ControlStatus.REFUSED);
        assertThat(state().needsAcceptance()).isTrue();

        story.brokerHas(ALIKE);
        assertThat(story.command(TestCommand.of(ACCEPT, PAPER)).text())
                .isEqualTo(
                        "Every position of account paper is the same at the broker; account paper is accepted");
        assertThat(state().state()).isEqualTo(TradingState.HALTED);
        assertThat(state().cause())
                .isEqualTo(
                        "restored from the backup of 2026-11-22 03:00:00 UTC and accepted, asked by dashboard");
        assertThat(story.command(TestCommand.of(RESUME, PAPER)).status())
                .isEqualTo(ControlStatus.DONE);
        assertThat(story.decide(buy("AAPL").quantity("1")).code()).isEqualTo("APPROVED");
    }

    @Test
    void acceptanceTakesTheBrokersSideWholly() {
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll();
        restore();
        story.brokerHas(new BrokerSide.Seen(List.of(more("AAPL", "10", "12"))));

        assertThat(story.command(TestCommand.of(ACCEPT, PAPER).in("MSFT")).text())
                .startsWith("Nothing to accept: MSFT of account paper");
        assertThat(state().needsAcceptance()).isTrue();
        assertThat(story.command(TestCommand.of(ACCEPT, PAPER)).text())
                .startsWith("The broker's side is taken: AAPL: ours 10, broker's 12")
                .endsWith("; account paper is accepted");
        assertThat(state().needsAcceptance()).isFalse();
    }

    @Test
    void whatCannotBeBookedLeavesItUnaccepted() {
        restore();
        story.brokerHas(
                new BrokerSide.Seen(List.of(more("MSFT", "0", "2"), more("NVDA", "0", "1"))));

        ControlOutcome outcome = story.command(TestCommand.of(ACCEPT, PAPER));

        assertThat(outcome.status()).isEqualTo(ControlStatus.PARTLY);
        assertThat(outcome.text()).doesNotContain("is accepted");
        assertThat(state().needsAcceptance()).isTrue();
    }

    @Test
    void whatElseStopsItKeepsItUnaccepted() {
        story.decide(buy("AAPL").quantity("10").limit("90"));
        Order order = story.order("BUY 10 AAPL");
        restore();

        story.take(
                Optional.of(
                        Halts.reducing(
                                Scenario.PAPER,
                                "POSITIONS_DIFFER",
                                "they differ",
                                story.situation())));
        story.take(
                Halts.account(
                        Scenario.PAPER,
                        new BrokerReport.Rejected(order.id(), "no", story.now()),
                        new IllegalStateException("a test"),
                        story.situation()));

        assertThat(state().state()).isEqualTo(TradingState.HALTED);
        assertThat(state().needsAcceptance()).isTrue();
        assertThat(state().cause()).contains("a test; halted before: restored from the backup");
    }

    private static Difference more(String instrument, String ours, String theirs) {
        return new Difference(
                new InstrumentId(instrument), NetQuantity.of(ours), NetQuantity.of(theirs));
    }
}
