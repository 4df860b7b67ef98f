package com.mathematricks.engine.command;

import static com.mathematricks.engine.scenario.TestCommand.close;
import static com.mathematricks.engine.scenario.TestCommand.flatten;
import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.StrategyName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlatteningTest {

    private static final StrategyName OTHER = new StrategyName("other");

    private final Scenario story =
            new Scenario()
                    .price("AAPL", "100")
                    .price("MSFT", "100")
                    .with(settings -> settings.pyramiding(5));

    private void hold(String ticker, String quantity) {
        var signal = quantity.startsWith("-") ? sell(ticker) : buy(ticker);
        story.decide(signal.quantity(quantity.replace("-", "")));
        story.fillAll();
        story.sent();
    }

    private Order submitted(TestOrder order) {
        Order submitted = order.order().to(OrderStatus.SUBMITTED, null, story.now());
        story.take(
                Optional.of(
                        new Draft(
                                EntryKind.NOTED,
                                null,
                                Scenario.PAPER,
                                List.of(new Change.OrderPut(submitted)))));
        story.sent();
        return submitted;
    }

    private void isFlat(String... tickers) {
        story.fillAll();
        for (String ticker : tickers) {
            assertThat(story.held(ticker)).isEqualTo("0");
        }
        assertThat(story.working()).isEmpty();
    }

    @Test
    void closesLongAndShortByMarketAtOnceWhereNothingWorks() {
        hold("AAPL", "5");
        hold("MSFT", "-3");

        ControlOutcome outcome = story.command(flatten("all"));

        assertThat(outcome.status()).isEqualTo(ControlStatus.DONE);
        assertThat(outcome.text()).isEqualTo("Sells 5 AAPL of demo, buys 3 MSFT of demo at market");
        assertThat(story.sent()).containsExactly("SELL 5 AAPL", "BUY 3 MSFT");
        isFlat("AAPL", "MSFT");
    }

    @Test
    void waitsForTheEndOfStopAndLimit() {
        hold("AAPL", "5");
        story.decide(exit("AAPL").limit("120").quantity("2"));
        story.decide(exit("AAPL").ifBelow("90"));
        story.sent();
        story.cancels();

        ControlOutcome outcome = story.command(flatten("strategy demo"));

        assertThat(outcome.text()).isEqualTo("Cancels 2 orders; sells 5 AAPL of demo at market");
        assertThat(story.cancels()).containsExactlyInAnyOrder("SELL 3 AAPL STOP 90", "SELL 2 AAPL");
        var stop = story.order("SELL 3 AAPL STOP 90");
        var limit = story.order("SELL 2 AAPL");
        story.cancelled(stop);
        assertThat(story.sent()).isEmpty();
        // The limit filled before it could be cancelled: 5 − 2 are left.
        story.filled(limit, "120");
        assertThat(story.sent()).containsExactly("SELL 3 AAPL");
        isFlat("AAPL");
    }

    @Test
    void closesWhatAnEntryStillFillsBeforeItIsCancelled() {
        story.decide(buy("AAPL").quantity("3").limit("95"));
        var entry = story.order("BUY 3 AAPL");
        story.sent();

        assertThat(story.command(flatten("all")).text()).isEqualTo("Cancels 1 order");
        story.filled(entry, "2", "95");
        story.cancelled(story.order(entry.id()));

        assertThat(story.sent()).containsExactly("SELL 2 AAPL");
        isFlat("AAPL");
    }

    @Test
    void buysBackWhatTwoExitsSoldTwice() {
        hold("AAPL", "5");
        var stop = submitted(TestOrder.sell("STOP", "5").stop("90").as(OrderRole.STOP));
        var limit = submitted(TestOrder.sell("LIMIT", "5").limit("120").as(OrderRole.EXIT));

        story.command(flatten("all"));
        story.filled(stop, "90");
        story.filled(limit, "120");

        assertThat(story.sent()).containsExactly("BUY 5 AAPL");
        isFlat("AAPL");
    }

    @Test
    void flatteningTwiceClosesOnce() {
        hold("AAPL", "5");
        story.command(flatten("all"));
        ControlOutcome again = story.command(flatten("all"));

        assertThat(again.text()).isEqualTo("Nothing more to do: all is being closed already");
        assertThat(again.details())
                .singleElement()
                .asString()
                .startsWith("is closing already: sell 5 AAPL of demo");
        assertThat(story.sent()).containsExactly("SELL 5 AAPL");
        isFlat("AAPL");
        assertThat(story.command(flatten("all")).text())
                .isEqualTo(
                        "Nothing to do: for all strategies and accounts nothing is held and no order works");
    }

    @Test
    void secondFlattenTakesTheWaitingStepsPlace() {
        hold("AAPL", "5");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 5 AAPL STOP 90");
        story.sent();
        story.command(flatten("all"));
        story.command(flatten("strategy demo"));
        assertThat(story.sent()).isEmpty();

        story.cancelled(stop);

        assertThat(story.sent()).containsExactly("SELL 5 AAPL");
        isFlat("AAPL");
    }

    @Test
    void flattenWhileAnExitWorksNeverTurnsThePosition() {
        hold("AAPL", "5");
        story.decide(exit("AAPL"));
        var exit = story.order("SELL 5 AAPL");
        assertThat(story.sent()).containsExactly("SELL 5 AAPL");

        story.command(flatten("all"));
        assertThat(story.cancels()).containsExactly("SELL 5 AAPL");
        story.filled(exit, "100");

        assertThat(story.sent()).isEmpty();
        isFlat("AAPL");
    }

    @Test
    void goesOutThoughEverythingIsHalted() {
        hold("AAPL", "5");
        story.state(StateScope.ALL, TradingState.HALTED);

        story.command(flatten("all"));

        assertThat(story.sent()).containsExactly("SELL 5 AAPL");
        assertThat(story.working()).allMatch(order -> order.isCommanded());
        assertThat(story.book().state(StateScope.ALL).orElseThrow().state())
                .isEqualTo(TradingState.HALTED);
    }

    @Test
    void reachesItsScopeAlone() {
        hold("AAPL", "5");
        story.strategy(OTHER, Scenario.PAPER, _ -> {}).from(OTHER);
        hold("AAPL", "7");

        assertThat(story.command(flatten("strategy other")).text())
                .isEqualTo("Sells 7 AAPL of other at market");
        assertThat(story.command(flatten("account paper")).details())
                .contains("sells 5 AAPL of demo at market");
    }

    /// The orders of two strategies in one instrument must not wait for each other.
    @Test
    void strategiesInOneInstrumentEndEachByItself() {
        hold("AAPL", "5");
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 5 AAPL STOP 90");
        story.strategy(OTHER, Scenario.PAPER, _ -> {}).from(OTHER);
        hold("AAPL", "7");
        story.decide(exit("AAPL").ifBelow("80"));
        var otherStop = story.order("SELL 7 AAPL STOP 80");
        story.sent();

        story.command(flatten("all"));
        story.cancelled(otherStop);
        assertThat(story.sent()).containsExactly("SELL 7 AAPL");
        story.cancelled(stop);
        assertThat(story.sent()).containsExactly("SELL 5 AAPL");
    }

    @Test
    void closeTakesOnePositionWithItsOrders() {
        hold("AAPL", "5");
        hold("MSFT", "3");
        story.decide(exit("AAPL").ifBelow("90"));
        story.decide(exit("MSFT").ifBelow("90"));
        var stop = story.order("SELL 5 AAPL STOP 90");
        story.sent();

        ControlOutcome outcome = story.command(close("AAPL"));
        story.cancelled(stop);

        assertThat(outcome.text()).isEqualTo("Cancels 1 order; sells 5 AAPL of demo at market");
        assertThat(story.sent()).containsExactly("SELL 5 AAPL");
        assertThat(story.cancels()).containsExactly("SELL 5 AAPL STOP 90");
    }

    @Test
    void closeNamesWhatThereIsToClose() {
        hold("AAPL", "5");

        ControlOutcome wrong = story.command(close("MSFT"));
        assertThat(wrong.status()).isEqualTo(ControlStatus.REFUSED);
        assertThat(wrong.text())
                .isEqualTo(
                        "instrument 'MSFT': strategy demo neither holds it nor has orders in it; accepted: AAPL");
        assertThat(story.command(TestCommand.of(ControlAction.CLOSE, "all")).text())
                .isEqualTo("scope 'all' names no position; accepted: strategy NAME");
    }

    @Test
    void saysWhereTheBrokerIsAway() {
        hold("AAPL", "5");
        story.brokerIsDown("the broker does not answer");

        ControlOutcome outcome = story.command(flatten("all"));

        assertThat(outcome.status()).isEqualTo(ControlStatus.PARTLY);
        assertThat(outcome.details())
                .contains("is sent as soon as the account is back: the broker does not answer");
    }

    @Test
    void tellsItOnceToAll() {
        hold("AAPL", "5");
        story.command(flatten("all"));
        assertThat(story.notes()).containsExactly("CLOSED_BY_COMMAND");
    }

    @Test
    void manyPositionsAreCounted() {
        for (String ticker : new String[] {"AAPL", "MSFT", "NVDA", "TSLA"}) {
            story.price(ticker, "100");
            hold(ticker, "1");
        }
        assertThat(story.command(flatten("all")).text()).isEqualTo("Closes 4 positions at market");
        isFlat("AAPL", "MSFT", "NVDA", "TSLA");
    }
}
