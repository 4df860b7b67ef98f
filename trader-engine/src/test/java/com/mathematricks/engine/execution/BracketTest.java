package com.mathematricks.engine.execution;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.cancel;
import static com.mathematricks.engine.scenario.TestSignal.enter;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.reverse;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.Protection;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A stop and a target attached to an entry: placed as it fills, each the other's end, out of every
/// exit's way, and never more or less than what the entry has left.
class BracketTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private static TestSignal bracketed(TestSignal entry) {
        return entry.stopLoss("90").takeProfit("120");
    }

    private static Protection distance(String amount) {
        return new Protection(null, null, new BigDecimal(amount), null, null, null);
    }

    /// 10 held with a stop and a target behind them.
    private void hold() {
        story.decide(bracketed(buy("AAPL").quantity("10")));
        story.filled(story.order("BUY 10 AAPL"), "100");
        assertThat(story.sent())
                .containsExactly("BUY 10 AAPL", "SELL 10 AAPL STOP 90", "SELL 10 AAPL TARGET 120");
        story.accepted(stop()).accepted(target());
    }

    private Order stop() {
        return story.order("SELL 10 AAPL STOP 90");
    }

    private Order target() {
        return story.order("SELL 10 AAPL TARGET 120");
    }

    @Test
    void decisionTellsWhatIsPlacedBehindWhatFills() {
        Decision decision = story.decide(bracketed(buy("AAPL").quantity("10")));
        assertThat(decision.reason())
                .isEqualTo("buy 10 AAPL with a stop at 90 and a target at 120 behind what fills");
        assertThat(story.sent()).containsExactly("BUY 10 AAPL");
    }

    @Test
    void entryThatNeverFillsLeavesNothing() {
        story.decide(bracketed(buy("AAPL").quantity("10")));
        story.rejected(story.order("BUY 10 AAPL"));
        assertThat(story.working()).isEmpty();
        assertThat(story.sent()).containsExactly("BUY 10 AAPL");
    }

    @Test
    void targetsFillCancelsTheStop() {
        hold();
        story.filled(target(), "120");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
        story.cancelled(stop());
        assertThat(story.working()).isEmpty();
        assertThat(story.sent()).isEmpty();
        assertThat(story.notes()).isEmpty();
    }

    @Test
    void stopsFillCancelsTheTarget() {
        hold();
        story.filled(stop(), "90");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL TARGET 120");
        story.cancelled(target());
        assertThat(story.working()).isEmpty();
    }

    @Test
    void partOfATargetMakesTheStopFit() {
        hold();
        Order stop = stop();
        story.filled(target(), "4", "120");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
        assertThat(story.sent()).isEmpty();
        story.cancelled(stop);
        assertThat(story.sent()).containsExactly("SELL 6 AAPL STOP 90");
    }

    @Test
    void coversEachPartThatFills() {
        story.decide(bracketed(buy("AAPL").quantity("10")));
        Order entry = story.order("BUY 10 AAPL");
        story.sent();

        story.filled(entry, "3", "100");
        assertThat(story.sent()).containsExactly("SELL 3 AAPL STOP 90", "SELL 3 AAPL TARGET 120");
        Order stop = story.order("SELL 3 AAPL STOP 90");
        Order target = story.order("SELL 3 AAPL TARGET 120");

        // The next two parts wait for one cancel together.
        story.filled(story.order(entry.id()), "2", "100");
        assertThat(story.cancels())
                .containsExactly("SELL 3 AAPL STOP 90", "SELL 3 AAPL TARGET 120");
        story.filled(story.order(entry.id()), "5", "100");
        assertThat(story.cancels()).isEmpty();
        story.cancelled(stop).cancelled(target);

        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 90", "SELL 10 AAPL TARGET 120");
        assertThat(story.working()).hasSize(2);
    }

    @Test
    void stopThatFillsWhileItIsReplacedLeavesTheRestProtected() {
        story.decide(bracketed(buy("AAPL").quantity("10")));
        Order entry = story.order("BUY 10 AAPL");
        story.filled(entry, "3", "100");
        Order stop = story.order("SELL 3 AAPL STOP 90");
        Order target = story.order("SELL 3 AAPL TARGET 120");
        story.filled(story.order(entry.id()), "7", "100").sent();

        story.filled(stop, "90").cancelled(target);

        assertThat(story.sent()).containsExactly("SELL 7 AAPL STOP 90", "SELL 7 AAPL TARGET 120");
    }

    @Test
    void fillAfterTheEntrysEndIsCoveredToo() {
        story.decide(bracketed(buy("AAPL").quantity("10")));
        Order entry = story.order("BUY 10 AAPL");
        story.cancelled(entry).sent();

        story.filled(entry, "4", "100");

        assertThat(story.sent()).containsExactly("SELL 4 AAPL STOP 90", "SELL 4 AAPL TARGET 120");
    }

    /// Distances count from the price that the entry filled at; stops are rounded against the
    /// trader, targets so that they are not missed by a rounding.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BUY  | 100.11 | SELL 10 AAPL STOP 97.1   | SELL 10 AAPL TARGET 104.12",
                "SELL | 100.11 | BUY 10 AAPL STOP 103.12  | BUY 10 AAPL TARGET 96.1",
            })
    void perCentIsOfTheFillsPrice(Side side, String filledAt, String stop, String target) {
        // 3 % of 100.11 = 3.0033: 97.1067 and 103.1133. 4 % = 4.0044: 104.1144 and 96.1056
        story.decide(
                enter(side, "AAPL")
                        .quantity("10")
                        .stopLoss(Protection.ofPercent(Percentage.of("3")))
                        .takeProfit(Protection.ofPercent(Percentage.of("4"))));
        story.sent();
        story.filled(story.order(side + " 10 AAPL"), filledAt);
        assertThat(story.sent()).containsExactly(stop, target);
    }

    @Test
    void amountIsADistance() {
        story.decide(
                buy("AAPL").quantity("10").stopLoss(distance("5.005")).takeProfit(distance("8")));
        story.sent();
        story.filled(story.order("BUY 10 AAPL"), "101");
        assertThat(story.sent())
                .containsExactly("SELL 10 AAPL STOP 95.99", "SELL 10 AAPL TARGET 109");
    }

    @Test
    void stopMayHaveALimitOrATrail() {
        story.decide(
                buy("AAPL")
                        .quantity("10")
                        .stopLoss(
                                new Protection(
                                        Price.of("90"), null, null, Price.of("89"), null, null)));
        story.filled(story.order("BUY 10 AAPL"), "100");
        assertThat(stop().terms().type()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(stop().terms().limitPrice()).isEqualTo(Price.of("89"));
        story.filled(stop(), "90");

        story.decide(
                buy("AAPL")
                        .quantity("5")
                        .stopLoss(
                                new Protection(null, null, null, null, null, Percentage.of("2"))));
        story.filled(story.order("BUY 5 AAPL"), "100");
        assertThat(story.order("SELL 5 AAPL STOP null").terms().trail())
                .isEqualTo(Trail.by(Percentage.of("2")));
    }

    @Test
    void fillFarBelowTheExpectedPriceStillGetsAStop() {
        story.decide(buy("AAPL").quantity("10").stopLoss(distance("50")));
        story.sent();
        story.filled(story.order("BUY 10 AAPL"), "40");
        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 0.01");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 100, 120",
        "BUY, 101, 120",
        "BUY, 90, 100",
        "BUY, 90, 80",
        "SELL, 90, 80",
        "SELL, 110, 100",
        "SELL, 110, 120"
    })
    void deniesWhatLiesOnTheWrongSide(Side side, String stop, String target) {
        var decision =
                story.decide(enter(side, "AAPL").quantity("10").stopLoss(stop).takeProfit(target));
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("PROTECTION_INVALID");
    }

    @Test
    void deniesAStopOfEverything() {
        var hundred = Protection.ofPercent(Percentage.of("100"));
        assertThat(story.decide(buy("AAPL").quantity("1").stopLoss(hundred)).code())
                .isEqualTo("PROTECTION_INVALID");
        assertThat(story.decide(sell("AAPL").quantity("1").stopLoss(hundred)).code())
                .isEqualTo("APPROVED");
    }

    @Test
    void strategysDefaultsProtectWhatStatesNone() {
        story.with(settings -> settings.defaultBracket("2", "5"));
        var decision = story.decide(buy("AAPL").quantity("10").stopLoss("90"));
        assertThat(decision.notes())
                .containsExactly("The signal states no target: the strategy's, 5 %");
        story.sent();
        story.filled(story.order("BUY 10 AAPL"), "100");
        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 90", "SELL 10 AAPL TARGET 105");
    }

    @Test
    void defaultsTakeNoCombinationApart() {
        story.price("MSFT", "100").with(settings -> settings.defaultBracket("2", "5"));
        story.decide(buy("AAPL").quantity("10"), buy("MSFT").quantity("10"));
        story.fillAll();
        assertThat(story.sent()).containsExactly("BUY 10 AAPL", "BUY 10 MSFT");
    }

    @Test
    void exitGoesAfterBothHaveEnded() {
        hold();
        Order stop = stop();
        Order target = target();
        story.decide(exit("AAPL"));
        assertThat(story.cancels())
                .containsExactly("SELL 10 AAPL STOP 90", "SELL 10 AAPL TARGET 120");
        story.cancelled(stop);
        assertThat(story.sent()).isEmpty();
        story.cancelled(target);
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
        story.fillAll();
        assertThat(story.working()).isEmpty();
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void partialExitLeavesBothBehindTheRest() {
        hold();
        Order stop = stop();
        Order target = target();
        story.decide(exit("AAPL").quantity("4"));
        story.cancelled(stop).cancelled(target);
        story.fillAll();
        assertThat(story.sent())
                .containsExactly("SELL 4 AAPL", "SELL 6 AAPL STOP 90", "SELL 6 AAPL TARGET 120");
    }

    @Test
    void refusedExitLeavesBothAsTheyWere() {
        hold();
        Order stop = stop();
        Order target = target();
        story.decide(exit("AAPL"));
        story.cancelled(stop).cancelled(target).sent();
        story.rejected(story.order("SELL 10 AAPL"));
        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 90", "SELL 10 AAPL TARGET 120");
    }

    @Test
    void exitWhileTheEntryStillFillsIsNotRacedByItsStop() {
        story.decide(bracketed(buy("AAPL").quantity("10")));
        Order entry = story.order("BUY 10 AAPL");
        story.sent();
        story.decide(exit("AAPL"));
        assertThat(story.cancels()).containsExactly("BUY 10 AAPL");

        story.filled(entry, "6", "100");
        assertThat(story.sent()).isEmpty();
        story.cancelled(story.order(entry.id()));
        assertThat(story.sent()).containsExactly("SELL 6 AAPL");
        story.fillAll();

        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).isEmpty();
    }

    @Test
    void exitThatRestsLeavesTheStopWhereItIs() {
        hold();
        Order target = target();
        story.decide(exit("AAPL").quantity("4").limit("110"));
        // A jump over both prices must not sell 14.
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL TARGET 120");
        story.cancelled(target);
        assertThat(story.sent()).containsExactly("SELL 4 AAPL", "SELL 6 AAPL TARGET 120");

        Order stop = stop();
        story.filled(story.order("SELL 4 AAPL"), "110");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
        story.cancelled(stop);
        assertThat(story.sent()).containsExactly("SELL 6 AAPL STOP 90");
    }

    @Test
    void exitAtAStopTakesTheStopsPlace() {
        hold();
        Order stop = stop();
        story.decide(exit("AAPL").quantity("4").stop("95"));
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
        story.cancelled(stop);
        assertThat(story.sent()).containsExactly("SELL 4 AAPL", "SELL 6 AAPL STOP 90");
        assertThat(story.working()).contains(target());
    }

    @Test
    void eachEntryHasItsOwn() {
        story.with(settings -> settings.pyramiding(2));
        hold();
        story.decide(buy("AAPL").quantity("5").stopLoss("95").takeProfit("130"));
        story.filled(story.order("BUY 5 AAPL"), "100");
        assertThat(story.sent())
                .containsExactly("BUY 5 AAPL", "SELL 5 AAPL STOP 95", "SELL 5 AAPL TARGET 130");

        story.filled(story.order("SELL 5 AAPL STOP 95"), "95");

        assertThat(story.cancels()).containsExactly("SELL 5 AAPL TARGET 130");
        assertThat(story.held("AAPL")).isEqualTo("10");
        assertThat(story.working()).contains(stop(), target());
    }

    @Test
    void exitOfOneEntryLeavesTheOthersProtection() {
        story.with(settings -> settings.pyramiding(2));
        hold();
        story.decide(enter(Side.BUY, "AAPL").quantity("5").stopLoss("95").named("second"));
        story.filled(story.order("BUY 5 AAPL"), "100").sent();
        Order second = story.order("SELL 5 AAPL STOP 95");

        story.decide(exit("AAPL").ofEntry("second"));

        assertThat(story.cancels()).containsExactly("SELL 5 AAPL STOP 95");
        story.cancelled(second);
        assertThat(story.sent()).containsExactly("SELL 5 AAPL");
        story.fillAll();
        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).containsExactlyInAnyOrder(stop(), target());
    }

    @Test
    void otherSidesBracketFollowsTheReversal() {
        hold();
        Order stop = stop();
        Order target = target();
        story.decide(reverse("AAPL").quantity("4").stopLoss("110").takeProfit("80"));
        story.cancelled(stop).cancelled(target);
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
        story.filled(story.order("SELL 10 AAPL"), "100");
        assertThat(story.sent()).containsExactly("SELL 4 AAPL");
        story.filled(story.order("SELL 4 AAPL"), "100");
        assertThat(story.sent()).containsExactly("BUY 4 AAPL STOP 110", "BUY 4 AAPL TARGET 80");
        assertThat(story.working()).hasSize(2);
    }

    @Test
    void entryThatOnlyClosesTheOtherSideGetsNone() {
        story.decide(enter(Side.BUY, "AAPL").quantity("10").limit("95").stopLoss("90"));
        Order resting = story.order("BUY 10 AAPL");
        story.decide(enter(Side.SELL, "AAPL").quantity("10"));
        story.filled(story.order("SELL 10 AAPL"), "100").sent();

        story.filled(resting, "95");

        assertThat(story.held("AAPL")).isEqualTo("0");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void lostStopIsTold() {
        hold();
        story.rejected(stop());
        assertThat(story.notes()).containsExactly("STOP_LOST");
        assertThat(story.working()).containsExactly(target());
    }

    @Test
    void bothFillingIsToldAndOpensNothingOfTheEntrysName() {
        hold();
        Order stop = stop();
        story.filled(target(), "120");
        story.filled(stop, "90");
        assertThat(story.held("AAPL")).isEqualTo("-10");
        assertThat(story.position("AAPL").orElseThrow().lots()).isEmpty();
        assertThat(story.notes()).containsExactly("POSITION_TURNED");
    }

    @Test
    void stopsOfOneKindNeverAddUpToMoreThanIsHeld() {
        hold();
        story.decide(exit("AAPL").quantity("4").ifBelow("95"));
        // It takes the place of the one before, and so does the next part's.
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
    }

    @Test
    void cancelOfTheEntryCallsBackItsProtectionAndSaysSo() {
        hold();
        var decision = story.decide(cancel("AAPL"));
        assertThat(story.cancels())
                .containsExactly("SELL 10 AAPL STOP 90", "SELL 10 AAPL TARGET 120");
        assertThat(decision.notes())
                .containsExactly("What is held of AAPL, 10, is without a stop from now on");
    }
}
