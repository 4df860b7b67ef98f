package com.mathematricks.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.BookSnapshot;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.EntryLot;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.Storm;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.signal.DecisionOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Storms of random signals; fills, cancels and rejections in random order and repeated.
class DecisionPropertyTest {

    private static final int STEPS = 400;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1087})
    void moneyAddsUpAndExitsNeverTurnAPosition(long seed) {
        moneyAddsUp(new Storm(seed), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63, 64, 65, 66})
    void moneyAddsUpAndExitsNeverTurnAPositionUnderCommands(long seed) {
        moneyAddsUp(new Storm(seed).withCommands(), seed);
    }

    private static void moneyAddsUp(Storm storm, long seed) {
        for (int step = 0; step < STEPS; step++) {
            Scenario story = storm.next();
            String at = "seed %d, step %d (%s)".formatted(seed, step, storm.last());

            // cash = flows + realized − fees − Σ cost of what is held
            Money cost =
                    story.book().positions().stream()
                            .map(Position::totalCost)
                            .reduce(Money.zero(story.balance().currency()), Money::plus);
            var balance = story.balance();
            assertThat(balance.cash())
                    .as(at)
                    .isEqualTo(
                            balance.flows()
                                    .plus(balance.realized())
                                    .minus(balance.fees())
                                    .minus(cost));
            assertThat(story.valuation().equity(balance))
                    .as(at)
                    .isEqualTo(balance.cash().plus(marketValue(story)));
            story.book().positions().forEach(position -> assertLots(position, at));
            assertThat(storm.turnedByAnExit()).as(at).isEmpty();
            assertThat(storm.restingBeyondPosition()).as(at).isEmpty();
            assertThat(storm.protectedTwice()).as(at).isEmpty();
            assertThat(storm.unprotected()).as(at).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58})
    void flattenEndsFlatWhateverWorksAndFillsFirst(long seed) {
        var storm = new Storm(seed).withCommands();
        for (int step = 0; step < STEPS; step++) {
            storm.next();
            if (step % 40 == 0) {
                Scenario story = storm.story();
                story.command(TestCommand.flatten("all"));
                storm.calm();
                String at = "seed %d, step %d (%s)".formatted(seed, step, storm.last());
                assertThat(story.working()).as(at).isEmpty();
                assertThat(story.book().positions())
                        .as(at)
                        .allMatch(position -> position.quantity().isFlat());
                assertThat(storm.turnedByAnExit()).as(at).isEmpty();
            }
        }
    }

    private static Money marketValue(Scenario story) {
        return story.book().positions().stream()
                .filter(position -> !position.quantity().isFlat())
                .map(position ->
                        position.marketValue(story.valuation().markOr(position, Price.of("1"))))
                .reduce(Money.zero(story.balance().currency()), Money::plus);
    }

    private static void assertLots(Position position, String at) {
        Quantity inLots =
                position.lots().stream().map(EntryLot::left).reduce(Quantity.ZERO, Quantity::plus);
        assertThat(inLots).as(at).isLessThanOrEqualTo(position.quantity().size());
        assertThat(position.lots()).as(at).allMatch(lot -> lot.left().isPositive());
        if (position.quantity().isFlat()) {
            assertThat(position.totalCost().amount()).as(at).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void bookIsTheReplayOfItsEntriesAndSurvivesASnapshot(long seed) {
        var storm = seed % 2 == 0 ? new Storm(seed) : new Storm(seed).withCommands();
        var restored = new Book("EPOCH");
        storm.story().entries().forEach(restored::apply);
        for (int step = 0; step < STEPS; step++) {
            int before = storm.story().entries().size();
            Scenario story = storm.next();
            List<Entry> fresh = story.entries().subList(before, story.entries().size());
            if (step % 50 == 0) {
                restored = new Book(restored.snapshot());
            }
            fresh.forEach(restored::apply);
        }
        var replayed = new Book("EPOCH");
        storm.story().entries().forEach(replayed::apply);
        BookSnapshot expected = storm.story().book().snapshot();

        assertThat(replayed.snapshot()).as("seed " + seed).isEqualTo(expected);
        assertThat(restored.snapshot()).as("seed " + seed).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void deniedChangesNothingAndIdsAreUnique(long seed) {
        var storm = new Storm(seed);
        for (int step = 0; step < STEPS; step++) {
            storm.next();
        }
        Set<ClientOrderId> ids = new HashSet<>();
        for (Entry entry : storm.story().entries()) {
            for (Change change : entry.changes()) {
                if (change instanceof Change.Decided(Decision decision)) {
                    String at = "seed %d, signal %s".formatted(seed, decision.signalId());
                    assertThat(decision.code()).as(at).isNotBlank();
                    assertThat(decision.reason()).as(at).isNotBlank();
                    if (decision.outcome() == DecisionOutcome.DENIED) {
                        assertThat(entry.changes()).as(at).hasSize(1);
                        assertThat(decision.orders()).as(at).isEmpty();
                        assertThat(decision.checks()).as(at).anyMatch(check -> !check.passed());
                    }
                    decision.orders().forEach(id -> assertThat(ids.add(id)).as(at).isTrue());
                }
            }
        }
        assertThat(ids).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void noApprovedOrderIsBeyondItsLimits(long seed) {
        var storm = new Storm(seed).withLimits();
        int entries = 0;
        for (int step = 0; step < STEPS; step++) {
            int before = storm.story().entries().size();
            Scenario story = storm.next();
            String at = "seed %d, step %d (%s)".formatted(seed, step, storm.last());
            for (Entry entry : story.entries().subList(before, story.entries().size())) {
                if (entry.changes().getFirst() instanceof Change.Decided(Decision decision)) {
                    for (ClientOrderId id : decision.orders()) {
                        Order order = story.order(id);
                        if (order.terms().role() == OrderRole.ENTRY) {
                            entries++;
                            assertThat(order.terms().quantity())
                                    .as(at)
                                    .isLessThanOrEqualTo(Storm.LARGEST_ORDER);
                            assertThat(storm.exposure(order))
                                    .as(at)
                                    .isLessThanOrEqualTo(Storm.LARGEST_POSITION);
                        }
                    }
                }
            }
        }
        assertThat(entries).isGreaterThan(10);
    }
}
