package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.cancel;
import static com.mathematricks.engine.scenario.TestSignal.enter;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.QuantityUnit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private void hold(String quantity) {
        story.decide(enter(Side.BUY, "AAPL").quantity(quantity));
        story.fillAll();
        story.sent();
    }

    private List<String> exits(TestSignal signal) {
        story.decide(signal);
        return story.sent();
    }

    @Test
    void closesEverything() {
        hold("10");
        assertThat(exits(exit("AAPL"))).containsExactly("SELL 10 AAPL");
    }

    @Test
    void closesNothingFromFlat() {
        var decision = story.decide(exit("AAPL"));
        assertThat(decision.code()).isEqualTo("NOTHING_TO_CLOSE");
        assertThat(decision.reason()).isNotBlank();
    }

    @Test
    void repeatedExitClosesOnce() {
        hold("10");
        story.decide(exit("AAPL"));

        var second = story.decide(exit("AAPL"));
        story.fillAll();

        assertThat(second.code()).isEqualTo("NOTHING_TO_CLOSE");
        assertThat(second.reason()).contains("10");
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void repeatedExitDoesNotCancelTheFirst() {
        hold("10");
        story.decide(enter(Side.BUY, "AAPL").quantity("5").limit("90"));
        var entry = story.order("BUY 5 AAPL");
        story.decide(exit("AAPL"));
        story.decide(exit("AAPL"));
        story.sent();

        story.cancelled(entry);
        story.fillAll();

        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void waitingExitsNeverSellMoreThanIsHeld() {
        hold("10");
        story.decide(enter(Side.BUY, "AAPL").quantity("5").limit("90"));
        var entry = story.order("BUY 5 AAPL");
        story.decide(exit("AAPL"));
        story.filled(entry, "2", "90");
        story.decide(exit("AAPL"));
        story.filled(entry, "3", "90");
        story.fillAll();

        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void exitCoversAnEntryThatFillsBeforeItsCancel() {
        story.decide(buy("AAPL").quantity("10"));
        var entry = story.order("BUY 10 AAPL");

        var decision = story.decide(exit("AAPL"));
        assertThat(story.cancels()).containsExactly("BUY 10 AAPL");
        story.filled(entry, "100");
        story.fillAll();

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void exitOfACancelledEntrySellsNothing() {
        story.decide(buy("AAPL").quantity("10").limit("90"));
        var entry = story.order("BUY 10 AAPL");
        story.sent();

        story.decide(exit("AAPL"));
        story.cancelled(entry);

        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).isEmpty();
    }

    @Test
    void partsAreRoundedToTheLotAndNeverMoreThanHeld() {
        hold("10");
        assertThat(exits(exit("AAPL").quantity("25", QuantityUnit.PERCENT_OF_POSITION)))
                .containsExactly("SELL 2 AAPL");
        assertThat(exits(exit("AAPL").quantity("50"))).containsExactly("SELL 8 AAPL");
    }

    @Test
    void percentIsNotScaledByTheSendersPosition() {
        story.with(settings -> settings.ordersMode());
        hold("10");
        var half = exit("AAPL").quantity("50", QuantityUnit.PERCENT_OF_POSITION);
        assertThat(exits(half.position("100", "50"))).containsExactly("SELL 5 AAPL");
    }

    @Test
    void partIsScaledByTheSendersPosition() {
        story.with(settings -> settings.ordersMode());
        hold("10");
        // 10 held × 30 stated ÷ 100 that the sender had = 3.
        assertThat(exits(exit("AAPL").quantity("30").position("100", "70")))
                .containsExactly("SELL 3 AAPL");
    }

    @Test
    void amountOfMoneyClosesThatMuch() {
        hold("10");
        // 350 ÷ 100 = 3.5, rounded down.
        assertThat(exits(exit("AAPL").price("100").quantity("350", QuantityUnit.NOTIONAL)))
                .containsExactly("SELL 3 AAPL");
        // 0.2 % of 100000 = 200; 200 ÷ 100 = 2.
        assertThat(exits(exit("AAPL").price("100").quantity("0.2", QuantityUnit.PERCENT_OF_EQUITY)))
                .containsExactly("SELL 2 AAPL");
    }

    @Test
    void partBelowTheLotIsInvalid() {
        hold("10");
        var decision = story.decide(exit("AAPL").quantity("0.5"));
        assertThat(decision.code()).isEqualTo("QUANTITY_INVALID");
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
    }

    @Test
    void exitWhoseSideWouldEnlargeIsDenied() {
        hold("10");
        var decision = story.decide(exit("AAPL").side(Side.BUY));
        assertThat(decision.code()).isEqualTo("EXIT_WOULD_ENLARGE");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void exitOfAnEntryTakesThatEntry() {
        story.decide(enter(Side.BUY, "AAPL").quantity("10").named("first"));
        story.fillAll();
        story.decide(enter(Side.BUY, "AAPL").quantity("5").named("second"));
        story.fillAll();
        story.sent();

        assertThat(exits(exit("AAPL").ofEntry("second"))).containsExactly("SELL 5 AAPL");
        story.fillAll();

        var lots = story.position("AAPL").orElseThrow().lots();
        assertThat(lots).hasSize(1);
        assertThat(lots.getFirst().name()).isEqualTo("first");
        assertThat(story.decide(exit("AAPL").ofEntry("second")).code()).isEqualTo("ENTRY_UNKNOWN");
        // By the signal's id.
        assertThat(exits(exit("AAPL").ofEntry("S1"))).containsExactly("SELL 10 AAPL");
    }

    @Test
    void repeatedExitOfAnEntryLeavesTheOtherAlone() {
        story.decide(enter(Side.BUY, "AAPL").quantity("10").named("first"));
        story.fillAll();
        story.decide(enter(Side.BUY, "AAPL").quantity("10").named("second"));
        story.fillAll();
        story.decide(exit("AAPL").ofEntry("first"));

        var again = story.decide(exit("AAPL").ofEntry("first"));
        story.fillAll();

        assertThat(again.code()).isEqualTo("NOTHING_TO_CLOSE");
        assertThat(story.held("AAPL")).isEqualTo("10");
    }

    @Test
    void exitOfAnEntryTakesWhatStillFills() {
        story.decide(enter(Side.BUY, "AAPL").quantity("10").named("first"));
        story.fillAll();
        story.decide(enter(Side.BUY, "AAPL").quantity("8").named("second"));
        var second = story.order("BUY 8 AAPL");
        story.filled(second, "3", "100");
        story.decide(exit("AAPL").ofEntry("second"));
        story.sent();

        story.filled(second, "2", "100").cancelled(second);

        assertThat(story.sent()).containsExactly("SELL 5 AAPL");
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("10");
    }

    @Test
    void partOfAnEntryIsRoundedToTheLot() {
        story.decide(enter(Side.BUY, "AAPL").quantity("10").named("first"));
        story.fillAll();
        story.sent();

        assertThat(exits(exit("AAPL").ofEntry("first").quantity("2.7")))
                .containsExactly("SELL 2 AAPL");
        assertThat(story.decide(exit("AAPL").ofEntry("first").quantity("0.7")).code())
                .isEqualTo("QUANTITY_INVALID");
    }

    @Test
    void cancelTouchesNoPosition() {
        hold("10");
        assertThat(story.decide(cancel("AAPL")).code()).isEqualTo("NOTHING_TO_CANCEL");
        story.decide(enter(Side.BUY, "AAPL").quantity("5").limit("90").named("low"));
        story.sent();

        assertThat(story.decide(cancel("AAPL").ofEntry("none")).code()).isEqualTo("ENTRY_UNKNOWN");
        story.decide(cancel("AAPL").ofEntry("low"));

        assertThat(story.cancels()).containsExactly("BUY 5 AAPL");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void restingExitGivesWayToAFullOne() {
        hold("10");
        story.decide(exit("AAPL").limit("120"));
        var resting = story.order("SELL 10 AAPL");
        story.accepted(resting).sent();

        story.decide(exit("AAPL"));
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL");
        assertThat(story.sent()).isEmpty();
        story.filled(resting, "4", "120").cancelled(resting);

        assertThat(story.sent()).containsExactly("SELL 6 AAPL");
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void otherSideIsOpenedAfterTheRestingExitIsGone() {
        hold("10");
        story.decide(exit("AAPL").limit("120"));
        var resting = story.order("SELL 10 AAPL");
        story.sent();

        story.decide(sell("AAPL").quantity("15"));
        assertThat(story.sent()).isEmpty();
        story.cancelled(resting);
        story.fillAll();

        assertThat(story.sent()).containsExactly("SELL 10 AAPL", "SELL 5 AAPL");
    }

    @Test
    void restingExitCanBeCancelled() {
        hold("10");
        story.decide(exit("AAPL").limit("120"));
        story.sent();

        assertThat(story.decide(cancel("AAPL")).code()).isEqualTo("APPROVED");
        assertThat(story.cancels()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void nothingButAHaltKeepsAnExitIn() {
        hold("10");
        story.aged(Duration.ofDays(1))
                .brokerIsDown("gone")
                .state(StateScope.of(Scenario.DEMO), TradingState.REDUCING);

        var decision = story.decide(exit("AAPL"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(decision.late()).isTrue();
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void haltKeepsEverythingIn() {
        hold("10");
        story.state(StateScope.ALL, TradingState.HALTED);

        var decision = story.decide(exit("AAPL"));

        assertThat(decision.code()).isEqualTo("TRADING_HALTED");
        assertThat(decision.reason()).contains("all", "a test");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void exitGoesThoughItsInstrumentIsNotOnTheList() {
        hold("10");
        story.with(settings -> settings.only("MSFT"));

        assertThat(story.decide(buy("MSFT").quantity("1").price("10")).code())
                .isEqualTo("APPROVED");
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("1")).code())
                .isEqualTo("NOT_ALLOWED");
        assertThat(story.decide(sell("AAPL").quantity("25")).code()).isEqualTo("NOT_ALLOWED");
        story.fillAll();
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void exitOfTheFrontMonthClosesTheMonthHeld() {
        story.price("ESZ2026", "5000").price("ESH2027", "5000");
        story.decide(buy("ESZ2026").quantity("1"));
        story.fillAll();
        story.wait(Duration.ofDays(60)).sent();

        story.decide(sell("ES1!").quantity("1"));

        assertThat(story.sent()).containsExactly("SELL 1 ESZ2026");
    }

    @Test
    void exitMayTrail() {
        hold("10");
        story.decide(exit("AAPL").trailingPercent("2"));
        assertThat(story.order("SELL 10 AAPL").terms().trail())
                .isEqualTo(Trail.by(Percentage.of("2")));
    }

    @Test
    void exitMayBeAStopWithALimit() {
        hold("10");
        story.decide(exit("AAPL").stopLimit("90", "89"));
        var terms = story.order("SELL 10 AAPL").terms();
        assertThat(terms.type()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(terms.stopPrice()).isEqualTo(Price.of("90"));
        assertThat(terms.limitPrice()).isEqualTo(Price.of("89"));
    }
}
