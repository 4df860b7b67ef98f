package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.add;
import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.enter;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.reverse;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.QuantityUnit;
import com.mathematricks.model.signal.Sentiment;
import org.junit.jupiter.api.Test;

class BuyAndSellTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private void hold(String quantity) {
        var signal = quantity.startsWith("-") ? sell("AAPL") : buy("AAPL");
        story.decide(signal.quantity(quantity.replace("-", "")));
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo(quantity);
        story.sent();
    }

    @Test
    void buyOpensFromFlat() {
        var decision = story.decide(buy("AAPL").quantity("10"));

        assertThat(decision.code()).isEqualTo("APPROVED");
        assertThat(story.sent()).containsExactly("BUY 10 AAPL");
    }

    @Test
    void secondBuyIsDeniedByDefault() {
        hold("10");

        var decision = story.decide(buy("AAPL").quantity("10"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("ALREADY_IN_POSITION");
        assertThat(decision.reason()).contains("1 entries", "pyramiding allows 1");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void secondBuyIsDeniedWhileTheFirstStillWorks() {
        story.decide(buy("AAPL").quantity("10"));

        assertThat(story.decide(buy("AAPL").quantity("10")).code())
                .isEqualTo("ALREADY_IN_POSITION");
    }

    @Test
    void pyramidingCountsEntriesNotOrdersOrFills() {
        story.with(settings -> settings.pyramiding(2));
        story.decide(buy("AAPL").quantity("10"));
        story.filled(story.order("BUY 10 AAPL"), "4", "100");

        assertThat(story.decide(buy("AAPL").quantity("5")).code()).isEqualTo("APPROVED");
        assertThat(story.decide(buy("AAPL").quantity("5")).code()).isEqualTo("ALREADY_IN_POSITION");
    }

    @Test
    void sellOfTheSameQuantityOnlyCloses() {
        hold("10");

        story.decide(sell("AAPL").quantity("10"));
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("0");
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void sellOfLessClosesAPart() {
        hold("10");

        story.decide(sell("AAPL").quantity("4"));
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("6");
    }

    @Test
    void sellOfMoreClosesThenOpensTheRest() {
        hold("10");

        story.decide(sell("AAPL").quantity("25"));

        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
        story.fillAll();
        assertThat(story.sent()).containsExactly("SELL 15 AAPL");
        assertThat(story.held("AAPL")).isEqualTo("-15");
    }

    @Test
    void deniedShortStillCloses() {
        story.with(settings -> settings.longOnly());
        hold("10");

        var decision = story.decide(sell("AAPL").quantity("25"));
        story.fillAll();

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.PARTLY);
        assertThat(decision.code()).isEqualTo("SHORT_NOT_ALLOWED");
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void defaultQuantityCountsAsTheStatedOne() {
        story.with(settings -> settings.defaultQuantity("15"));
        hold("-5");

        story.decide(buy("AAPL"));
        story.fillAll();

        // 15 bought: 5 close, 10 open.
        assertThat(story.held("AAPL")).isEqualTo("10");
    }

    @Test
    void restBelowTheLotIsNamed() {
        hold("10");

        var decision = story.decide(sell("AAPL").quantity("10.5"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.PARTLY);
        assertThat(decision.code()).isEqualTo("QUANTITY_INVALID");
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void bridgeOpensItsWholeQuantity() {
        hold("-5");
        story.in(WireFormat.BRIDGE);

        story.decide(buy("AAPL").quantity("10"));
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("10");
    }

    @Test
    void sentimentFlatOnlyCloses() {
        hold("-5");

        story.decide(buy("AAPL").quantity("10").sentiment(Sentiment.FLAT));
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("0");

        var again = story.decide(buy("AAPL").quantity("10").sentiment(Sentiment.FLAT));
        assertThat(again.code()).isEqualTo("NOTHING_TO_CLOSE");
    }

    @Test
    void fixedQuantityReversesByItsOwnSize() {
        story.with(settings -> settings.sizing(SizingMode.FIXED_QUANTITY, "15"));
        story.in(WireFormat.BRIDGE).decide(buy("AAPL").quantity("999"));
        story.fillAll();

        var decision = story.decide(sell("AAPL"));
        story.fillAll();

        assertThat(decision.code()).isEqualTo("APPROVED");
        assertThat(story.held("AAPL")).isEqualTo("-15");
    }

    @Test
    void entriesStandBesideEachOther() {
        story.decide(enter(Side.BUY, "AAPL").quantity("10"));
        story.fillAll();
        story.decide(enter(Side.BUY, "AAPL").quantity("5"));
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("15");
        assertThat(story.position("AAPL").orElseThrow().lots()).hasSize(2);
    }

    @Test
    void addNeedsAPosition() {
        assertThat(story.decide(add("AAPL").quantity("5")).code()).isEqualTo("NOTHING_TO_ADD_TO");
        hold("-10");

        assertThat(story.decide(add("AAPL").side(Side.BUY).quantity("5")).code())
                .isEqualTo("NOTHING_TO_ADD_TO");
        story.decide(add("AAPL").quantity("50", QuantityUnit.PERCENT_OF_POSITION));
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("-15");
    }

    @Test
    void reverseTurnsWhatIsHeld() {
        assertThat(story.decide(reverse("AAPL")).code()).isEqualTo("NOTHING_TO_CLOSE");
        hold("10");

        story.decide(reverse("AAPL"));
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("-10");

        story.decide(reverse("AAPL").quantity("3"));
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("3");
    }

    @Test
    void openingHalfOfAReversalDoesNotGoWhereTheExitFails() {
        hold("10");
        story.decide(sell("AAPL").quantity("20"));

        story.rejected(story.working().getFirst());

        assertThat(story.held("AAPL")).isEqualTo("10");
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
        assertThat(story.working()).isEmpty();
    }

    @Test
    void reversalGoesOnWhereTheStopWasFaster() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.accepted(stop);
        story.decide(sell("AAPL").quantity("20"));
        story.sent();

        story.filled(stop, "90");

        // The exit has nothing left to close; what was to open is 20 less the 10 that were held.
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("-10");
    }

    @Test
    void openingWaitsForAnExitThatIsNotSentYet() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.decide(exit("AAPL"));
        story.decide(buy("AAPL").quantity("7"));
        story.fillAll().sent();

        story.cancelled(stop);
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("7");
    }
}
