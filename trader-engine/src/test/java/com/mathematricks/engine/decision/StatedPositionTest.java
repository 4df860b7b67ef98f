package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.signal.DecisionOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatedPositionTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private void hold(String quantity) {
        boolean isShort = quantity.startsWith("-");
        story.decide((isShort ? sell("AAPL") : buy("AAPL")).position("0", quantity));
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo(quantity);
        story.sent();
    }

    private List<String> trades(TestSignal signal) {
        story.decide(signal);
        story.fillAll();
        return story.sent();
    }

    @Test
    void tradesTheDifferenceWhateverTheQuantity() {
        assertThat(trades(buy("AAPL").quantity("999").position("0", "10")))
                .containsExactly("BUY 10 AAPL");
        assertThat(trades(buy("AAPL").quantity("1").position("10", "15")))
                .containsExactly("BUY 5 AAPL");
        assertThat(trades(sell("AAPL").position("15", "4"))).containsExactly("SELL 11 AAPL");
        assertThat(trades(sell("AAPL").position("4", "0"))).containsExactly("SELL 4 AAPL");
    }

    @Test
    void reversalClosesThenOpens() {
        hold("10");
        assertThat(trades(sell("AAPL").quantity("20").position("10", "-10")))
                .containsExactly("SELL 10 AAPL", "SELL 10 AAPL");
        assertThat(story.held("AAPL")).isEqualTo("-10");
        assertThat(trades(buy("AAPL").quantity("20").position("-10", "10")))
                .containsExactly("BUY 10 AAPL", "BUY 10 AAPL");
    }

    @Test
    void doubledAlertTradesOnce() {
        story.decide(buy("AAPL").position("0", "10"));

        var doubled = story.decide(buy("AAPL").position("0", "10"));
        story.fillAll();

        assertThat(doubled.code()).isEqualTo("ALREADY_THERE");
        assertThat(doubled.outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(doubled.orders()).isEmpty();
        assertThat(story.held("AAPL")).isEqualTo("10");
    }

    @Test
    void missedAlertHealsWithTheNext() {
        // The alert 0 → 10 never came.
        assertThat(trades(buy("AAPL").position("10", "15"))).containsExactly("BUY 15 AAPL");
    }

    @Test
    void alertMidTradeOpensNothing() {
        assertThat(story.decide(sell("AAPL").position("10", "5")).code())
                .isEqualTo("ALREADY_THERE");
        assertThat(story.decide(sell("AAPL").position("5")).code()).isEqualTo("ALREADY_THERE");
        assertThat(story.decide(buy("AAPL").position("-5", "-3")).code())
                .isEqualTo("ALREADY_THERE");
        assertThat(story.decide(sell("AAPL").position("5", "0")).code()).isEqualTo("ALREADY_THERE");
        assertThat(story.decide(exit("AAPL").position("0")).code()).isEqualTo("ALREADY_THERE");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void shrinkingAlertDoesNotAddToASmallerPosition() {
        hold("3");
        assertThat(story.decide(sell("AAPL").position("10", "5")).code())
                .isEqualTo("ALREADY_THERE");
    }

    @Test
    void shrinkingAlertClosesTheWrongSide() {
        hold("-3");
        assertThat(trades(sell("AAPL").position("10", "5"))).containsExactly("BUY 3 AAPL");
    }

    @Test
    void stopsCountForNothing() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        story.sent();

        assertThat(story.decide(buy("AAPL").position("10", "10")).code())
                .isEqualTo("ALREADY_THERE");
    }

    @Test
    void flatCoversAnEntryThatFillsBeforeItsCancel() {
        story.decide(buy("AAPL").position("0", "10"));
        var entry = story.order("BUY 10 AAPL");
        story.decide(sell("AAPL").position("10", "0"));
        assertThat(story.cancels()).containsExactly("BUY 10 AAPL");

        story.filled(entry, "100");
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void repeatedFlatSellsOnce() {
        story.decide(buy("AAPL").position("0", "10"));
        var entry = story.order("BUY 10 AAPL");
        story.decide(sell("AAPL").position("10", "0"));
        story.decide(sell("AAPL").position("10", "0"));

        story.filled(entry, "100");
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("0");
        assertThat(story.working()).isEmpty();
    }

    @Test
    void lowerTargetReplacesARestingEntry() {
        story.decide(buy("AAPL").position("0", "10").limit("90"));
        var entry = story.order("BUY 10 AAPL");
        story.sent();
        // Without a previous position a buy that states less is a new target, no shrinking.
        story.decide(buy("AAPL").position("6"));
        assertThat(story.cancels()).containsExactly("BUY 10 AAPL");

        story.filled(entry, "4", "90").cancelled(entry);

        // 6 less the 4 that filled before the cancel.
        assertThat(story.sent()).containsExactly("BUY 2 AAPL");
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("6");
    }

    @Test
    void lowerTargetSellsWhatFilledTooMuch() {
        story.decide(buy("AAPL").position("0", "10").limit("90"));
        var entry = story.order("BUY 10 AAPL");
        story.sent();
        story.decide(buy("AAPL").position("6"));

        story.filled(entry, "90");
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("6");
        assertThat(story.working()).isEmpty();
    }

    @Test
    void exitsInFlightCount() {
        hold("10");
        story.decide(sell("AAPL").position("10", "4"));

        assertThat(story.decide(sell("AAPL").position("10", "4")).code())
                .isEqualTo("ALREADY_THERE");
        story.decide(sell("AAPL").position("4", "0"));
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void newDirectionGetsOurSizeAndKeepsTheRatio() {
        story.with(settings -> settings.sizing(SizingMode.FIXED_QUANTITY, "20"));

        assertThat(trades(buy("AAPL").position("0", "5"))).containsExactly("BUY 20 AAPL");
        // 20 ÷ 5 = 4 of ours for one of the sender's: 8 × 4 = 32.
        assertThat(trades(buy("AAPL").position("5", "8"))).containsExactly("BUY 12 AAPL");
        assertThat(trades(sell("AAPL").position("8", "2"))).containsExactly("SELL 24 AAPL");
        assertThat(trades(sell("AAPL").position("2", "-4")))
                .containsExactly("SELL 8 AAPL", "SELL 20 AAPL");
        // Now 20 ÷ 4 = 5.
        assertThat(trades(buy("AAPL").position("-4", "-1"))).containsExactly("BUY 15 AAPL");
    }

    @Test
    void reducedSizeKeepsTheReducedRatio() {
        story.with(settings ->
                settings.sizing(SizingMode.FIXED_QUANTITY, "20")
                        .limit(LimitKey.MAX_ORDER_QUANTITY, "10")
                        .reduceOnLimit());

        assertThat(trades(buy("AAPL").position("0", "5"))).containsExactly("BUY 10 AAPL");
        // 10 ÷ 5 = 2: of 3 we hold 6.
        assertThat(trades(sell("AAPL").position("5", "3"))).containsExactly("SELL 4 AAPL");
    }

    @Test
    void deniedReversalStillCloses() {
        story.with(settings -> settings.longOnly());
        hold("10");

        var decision = story.decide(sell("AAPL").position("10", "-10"));
        story.fillAll();

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.PARTLY);
        assertThat(decision.code()).isEqualTo("SHORT_NOT_ALLOWED");
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void targetBelowTheLotIsInvalid() {
        var decision = story.decide(buy("AAPL").position("0", "0.4"));
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("QUANTITY_INVALID");
    }

    @Test
    void ordersModeTakesTheOrderAsItIs() {
        story.with(settings -> settings.ordersMode());
        assertThat(trades(buy("AAPL").quantity("3").position("10", "13")))
                .containsExactly("BUY 3 AAPL");
    }
}
