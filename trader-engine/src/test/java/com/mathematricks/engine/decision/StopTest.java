package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.enter;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.order.Side;
import org.junit.jupiter.api.Test;

class StopTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private void hold(String quantity) {
        var signal = quantity.startsWith("-") ? sell("AAPL") : buy("AAPL");
        story.decide(signal.quantity(quantity.replace("-", "")));
        story.fillAll();
        story.sent();
    }

    @Test
    void restsBehindThePosition() {
        hold("10");
        story.decide(exit("AAPL").side(Side.SELL).ifBelow("90"));
        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 90");
    }

    @Test
    void needsAPosition() {
        assertThat(story.decide(exit("AAPL").ifBelow("90")).code()).isEqualTo("NOTHING_TO_CLOSE");
    }

    @Test
    void triggerThatTakesProfitIsNotSupported() {
        hold("-10");
        assertThat(story.decide(exit("AAPL").ifBelow("90")).code()).isEqualTo("NOT_SUPPORTED");
        assertThat(story.decide(exit("AAPL").ifAbove("110")).code()).isEqualTo("APPROVED");
    }

    @Test
    void newStopWaitsForTheOldOnesEnd() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var old = story.order("SELL 10 AAPL STOP 90");
        story.decide(exit("AAPL").ifBelow("95"));
        story.sent();

        story.cancelled(old);

        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 95");
    }

    @Test
    void exitWaitsForTheStopsEnd() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.sent();

        story.decide(exit("AAPL"));
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
        assertThat(story.sent()).isEmpty();
        story.cancelled(stop);

        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void exitSendsNothingWhereTheStopWasFaster() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.decide(exit("AAPL"));
        story.sent();

        story.filled(stop, "90");

        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).isEmpty();
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void whatAPartialExitLeavesIsProtectedAgain() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.sent();

        story.decide(exit("AAPL").quantity("4"));
        story.cancelled(stop);
        assertThat(story.sent()).containsExactly("SELL 4 AAPL");
        story.fillAll();

        assertThat(story.sent()).containsExactly("SELL 6 AAPL STOP 90");
    }

    @Test
    void partialExitThatFailsLeavesTheStopAsItWas() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.decide(exit("AAPL").quantity("4"));
        story.cancelled(stop).sent();

        story.rejected(story.order("SELL 4 AAPL"));

        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 90");
    }

    @Test
    void partOfAStopIsRoundedToTheLot() {
        hold("10");
        story.decide(exit("AAPL").quantity("2.5").ifBelow("90"));
        assertThat(story.sent()).containsExactly("SELL 2 AAPL STOP 90");
    }

    @Test
    void fullExitThatTheBrokerRefusesLeavesTheStopAsItWas() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.decide(exit("AAPL"));
        story.cancelled(stop).sent();

        story.rejected(story.order("SELL 10 AAPL"));

        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 90");
    }

    @Test
    void shrinksWithThePositionThatAnEntryOnTheOtherSideShrank() {
        story.decide(enter(Side.SELL, "AAPL").quantity("4").limit("105"));
        var resting = story.order("SELL 4 AAPL");
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.sent();

        story.filled(resting, "105");
        assertThat(story.held("AAPL")).isEqualTo("6");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL STOP 90");
        assertThat(story.sent()).isEmpty();
        story.cancelled(stop);

        assertThat(story.sent()).containsExactly("SELL 6 AAPL STOP 90");
    }

    @Test
    void endsWithThePositionThatAnEntryOnTheOtherSideClosed() {
        story.decide(enter(Side.SELL, "AAPL").quantity("10").limit("105"));
        var resting = story.order("SELL 10 AAPL");
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.sent();

        story.filled(resting, "105");
        story.cancelled(stop);

        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).isEmpty();
    }
}
