package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.breakeven;
import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.signal.Protection;
import org.junit.jupiter.api.Test;

class BreakevenTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private void hold() {
        story.decide(buy("AAPL").quantity("10").stopLoss("90").takeProfit("120"));
        story.filled(story.order("BUY 10 AAPL"), "100.004").sent();
    }

    @Test
    void movesTheStopToTheEntryPriceAndSaysThatThereIsNoneInBetween() {
        hold();
        var old = story.order("SELL 10 AAPL STOP 90");
        story.price("AAPL", "110");

        var decision = story.decide(breakeven("AAPL"));

        assertThat(decision.notes())
                .containsExactly(
                        "What is held of AAPL, 10, is without a stop from the end of the one before until the next one is placed");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
        assertThat(story.sent()).isEmpty();
        story.cancelled(old);
        // The fill's 100.004, rounded against the trader.
        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 100");
        assertThat(story.working()).hasSize(2);
    }

    @Test
    void movedStopStillEndsWithItsTarget() {
        hold();
        var old = story.order("SELL 10 AAPL STOP 90");
        story.price("AAPL", "110").decide(breakeven("AAPL"));
        story.cancelled(old).cancels();
        story.filled(story.order("SELL 10 AAPL TARGET 120"), "120");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 100");
    }

    @Test
    void stopThatFillsFirstLeavesNothingToMove() {
        hold();
        var old = story.order("SELL 10 AAPL STOP 90");
        story.price("AAPL", "110").decide(breakeven("AAPL"));
        story.filled(old, "90").sent();
        story.cancelled(story.order("SELL 10 AAPL TARGET 120"));
        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).isEmpty();
    }

    @Test
    void isDeniedWhereItWouldCloseAtOnce() {
        hold();
        story.price("AAPL", "99");
        assertThat(story.decide(breakeven("AAPL")).code()).isEqualTo("PROTECTION_INVALID");
        assertThat(story.cancels()).isEmpty();
    }

    @Test
    void leavesABetterStopAndOneThatTrails() {
        hold();
        var old = story.order("SELL 10 AAPL STOP 90");
        story.price("AAPL", "110").decide(exit("AAPL").ifBelow("105"));
        story.cancelled(old);
        assertThat(story.decide(breakeven("AAPL")).code()).isEqualTo("ALREADY_THERE");

        story.price("MSFT", "100");
        story.decide(
                sell("MSFT")
                        .quantity("5")
                        .stopLoss(
                                new Protection(null, null, null, null, null, Percentage.of("2"))));
        story.fillAll();
        assertThat(story.decide(breakeven("MSFT")).code()).isEqualTo("NOTHING_TO_MOVE");
    }

    @Test
    void needsAPosition() {
        assertThat(story.decide(breakeven("AAPL")).code()).isEqualTo("NOTHING_TO_CLOSE");
    }
}
