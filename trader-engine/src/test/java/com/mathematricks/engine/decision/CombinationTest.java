package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.cancel;
import static com.mathematricks.engine.scenario.TestSignal.enter;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.signal.DecisionOutcome;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private final Scenario story =
            new Scenario().price("AAPL", "100").price("MSFT", "200").price("NVDA", "50");

    @Test
    void buysBeforeSellsAndEachAfterTheOneBefore() {
        story.decide(
                sell("AAPL").quantity("3"), buy("MSFT").quantity("2"), buy("NVDA").quantity("1"));

        assertThat(story.sent()).containsExactly("BUY 2 MSFT");
        story.filled(story.order("BUY 2 MSFT"), "200");
        assertThat(story.sent()).containsExactly("BUY 1 NVDA");
        story.filled(story.order("BUY 1 NVDA"), "50");
        assertThat(story.sent()).containsExactly("SELL 3 AAPL");
    }

    @Test
    void closingBuysBeforeItSells() {
        story.decide(buy("AAPL").quantity("3"), sell("MSFT").quantity("2"));
        story.fillAll();
        story.sent();

        story.decide(exit("AAPL"), exit("MSFT"));
        story.fillAll();

        assertThat(story.sent()).containsExactly("BUY 2 MSFT", "SELL 3 AAPL");
    }

    @Test
    void sixteenLegsHaveSixteenIds() {
        var legs = new TestSignal[16];
        for (int index = 0; index < legs.length; index++) {
            legs[index] = enter(Side.BUY, "AAPL").quantity("1");
        }

        var decision = story.decide(legs);

        assertThat(decision.orders()).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void brokenLegStopsTheStrategyAndUnwindsNothing() {
        story.decide(enter(Side.BUY, "NVDA").quantity("7").limit("40"));
        var other = story.order("BUY 7 NVDA");
        story.decide(buy("AAPL").quantity("3"), sell("MSFT").quantity("2"));
        story.filled(story.order("BUY 3 AAPL"), "100");
        story.sent();

        story.rejected(story.order("SELL 2 MSFT"));

        assertThat(story.notes()).containsExactly("LEGS_BROKEN");
        assertThat(story.held("AAPL")).isEqualTo("3");
        assertThat(story.sent()).isEmpty();
        assertThat(story.decide(buy("MSFT").quantity("1")).code()).isEqualTo("ONLY_REDUCING");
        // Entering REDUCING cancels what would enlarge.
        assertThat(story.order(other.id()).progress().cancelRequested()).isTrue();
    }

    @Test
    void firstLegThatFailsKeepsTheRestIn() {
        story.decide(buy("AAPL").quantity("3"), sell("MSFT").quantity("2"));
        Order second = story.order("SELL 2 MSFT");
        story.sent();

        story.rejected(story.order("BUY 3 AAPL"));

        assertThat(story.sent()).isEmpty();
        assertThat(story.order(second.id()).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void lateFillOfABrokenLegIsToldOnce() {
        story.decide(buy("AAPL").quantity("3"), sell("MSFT").quantity("2"));
        Order first = story.order("BUY 3 AAPL");
        story.expired(first).filled(first, "1", "100");

        assertThat(story.notes()).containsExactly("LEGS_BROKEN");
        assertThat(story.held("AAPL")).isEqualTo("1");
    }

    @Test
    void oneLegDeniedOpensNone() {
        story.with(settings -> settings.longOnly());

        var decision = story.decide(buy("AAPL").quantity("3"), sell("MSFT").quantity("2"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("SHORT_NOT_ALLOWED");
        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).isEmpty();
    }

    @Test
    void oneLegWithoutASizeOpensNone() {
        var decision = story.decide(buy("AAPL").quantity("3"), buy("MSFT").quantity("0.1"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("QUANTITY_INVALID");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void rollWithoutTheOldLegOpensNothing() {
        var decision = story.decide(exit("AAPL"), buy("MSFT").quantity("1"));

        assertThat(decision.code()).isEqualTo("NOTHING_TO_CLOSE");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void legThatClosesGoesThoughTheOtherIsDenied() {
        story.decide(buy("AAPL").quantity("3"));
        story.fillAll();
        story.with(settings -> settings.longOnly()).sent();

        var decision = story.decide(exit("AAPL"), sell("MSFT").quantity("2"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.PARTLY);
        assertThat(story.sent()).containsExactly("SELL 3 AAPL");
    }

    @Test
    void combinationIsNotReducedLegByLeg() {
        story.with(settings -> settings.limit(LimitKey.MAX_ORDER_QUANTITY, "5").reduceOnLimit());

        var decision = story.decide(buy("AAPL").quantity("10"), sell("MSFT").quantity("5"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("ORDER_QUANTITY");
    }

    @Test
    void nextLegIsJudgedWithTheFirstFilled() {
        story.with(settings -> settings.capital("200000").limit(LimitKey.LEVERAGE, "1"));
        // 60,000 + 60,000 is more than the equity of 100,000.
        var decision = story.decide(buy("AAPL").quantity("600"), buy("MSFT").quantity("300"));

        assertThat(decision.code()).isEqualTo("BUYING_POWER");
        assertThat(decision.reason()).contains("120000 USD");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void wholeCombinationsAreBought() {
        story.with(settings -> settings.sizing(SizingMode.FIXED_NOTIONAL, "1000"));
        // One combination is 2 × 100 + 1 × 200 = 400, so 1000 ÷ 400 = 2 of them.
        var decision = story.decide(buy("AAPL").quantity("2"), sell("MSFT").quantity("1"));
        story.fillAll();

        assertThat(decision.code()).isEqualTo("APPROVED");
        assertThat(story.sent()).containsExactly("BUY 4 AAPL", "SELL 2 MSFT");
    }

    @Test
    void closingLegDoesNotEatTheSizeOfTheOpeningOne() {
        story.with(settings -> settings.sizing(SizingMode.FIXED_NOTIONAL, "1000"));
        story.decide(buy("AAPL"));
        story.fillAll();
        story.sent();

        story.decide(exit("AAPL"), buy("MSFT"));
        story.fillAll();

        assertThat(story.sent()).containsExactly("SELL 10 AAPL", "BUY 5 MSFT");
    }

    @Test
    void stopLegHoldsUpNoOtherLeg() {
        story.decide(buy("AAPL").quantity("3"));
        story.fillAll();
        story.sent();

        story.decide(exit("AAPL").ifBelow("90"), buy("MSFT").quantity("1"));

        assertThat(story.sent()).containsExactly("SELL 3 AAPL STOP 90", "BUY 1 MSFT");
    }

    @Test
    void everyExitWaitsForItsOwnStop() {
        story.decide(buy("AAPL").quantity("3"), buy("MSFT").quantity("2"));
        story.fillAll();
        story.decide(exit("AAPL").ifBelow("90"));
        story.decide(exit("MSFT").ifBelow("190"));
        var first = story.order("SELL 3 AAPL STOP 90");
        var second = story.order("SELL 2 MSFT STOP 190");
        story.sent();

        story.decide(exit("AAPL"), exit("MSFT"));
        story.cancelled(first);
        story.fillAll();
        assertThat(story.sent()).containsExactly("SELL 3 AAPL");
        story.cancelled(second);

        assertThat(story.sent()).containsExactly("SELL 2 MSFT");
    }

    @Test
    void cancelledStepTakesThoseThatWaitForItAlong() {
        story.decide(
                buy("AAPL").quantity("3").limit("90"),
                buy("MSFT").quantity("1"),
                sell("NVDA").quantity("1"));
        story.decide(cancel("MSFT"));

        assertThat(story.working()).extracting(Scenario::inWords).containsExactly("BUY 3 AAPL");
    }

    @Test
    void scaledCombinationsKeepTheirRatio() {
        story.with(settings -> settings.sizing(SizingMode.SCALED_EQUITY));
        story.senderEquity("300000");

        // 10 and 20 are 10 combinations of 1 and 2; 10 × 100000 ÷ 300000 = 3.3
        story.decide(buy("AAPL").quantity("10"), buy("MSFT").quantity("20"));

        story.fillAll();
        assertThat(story.sent()).containsExactly("BUY 3 AAPL", "BUY 6 MSFT");
    }

    @Test
    void combinationHasNoStopToSizeBy() {
        story.with(settings -> settings.sizing(SizingMode.RISK_AMOUNT, "500"));
        var decision = story.decide(buy("AAPL").quantity("1"), buy("MSFT").quantity("2"));
        assertThat(decision.code()).isEqualTo("QUANTITY_INVALID");
        assertThat(decision.reason()).contains("no stop in common");
    }
}
