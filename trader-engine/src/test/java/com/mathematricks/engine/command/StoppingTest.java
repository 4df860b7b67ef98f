package com.mathematricks.engine.command;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static com.mathematricks.model.control.ControlAction.HALT;
import static com.mathematricks.model.control.ControlAction.PAUSE;
import static com.mathematricks.model.control.ControlAction.REDUCE;
import static com.mathematricks.model.control.ControlAction.RESUME;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import org.junit.jupiter.api.Test;

/// Pause, reduce, halt, and resume.
class StoppingTest {

    private static final String DEMO = "strategy demo";
    private static final StrategyName OTHER = new StrategyName("other");

    private final Scenario story =
            new Scenario()
                    .price("AAPL", "100")
                    .price("MSFT", "100")
                    .with(settings -> settings.pyramiding(5));

    private ControlOutcome command(ControlAction action, String scope) {
        return story.command(TestCommand.of(action, scope).because("holidays"));
    }

    private void hold(String quantity) {
        story.decide(buy("AAPL").quantity(quantity));
        story.fillAll();
        story.sent();
    }

    private TradingState state(StateScope scope) {
        return story.book().state(scope).orElseThrow().state();
    }

    @Test
    void pausedStrategyOpensNothingAndClosesAll() {
        hold("10");
        story.decide(buy("MSFT").quantity("1").limit("90"));
        story.sent();

        ControlOutcome outcome = command(PAUSE, DEMO);

        assertThat(outcome.status()).isEqualTo(ControlStatus.DONE);
        assertThat(outcome.text())
                .isEqualTo(
                        "Nothing new is opened for strategy demo from now on; what works (1 order) and exits go on");
        assertThat(story.cancels()).isEmpty();
        var denied = story.decide(buy("MSFT").quantity("1"));
        assertThat(denied.code()).isEqualTo("STRATEGY_PAUSED");
        assertThat(denied.reason()).contains("strategy demo", "dashboard", "holidays");
        assertThat(story.decide(exit("AAPL")).code()).isEqualTo("APPROVED");
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void onlyAStrategyCanBePaused() {
        ControlOutcome outcome = command(PAUSE, "all");

        assertThat(outcome.status()).isEqualTo(ControlStatus.REFUSED);
        assertThat(outcome.text())
                .isEqualTo("scope 'all' cannot be paused; accepted: strategy NAME");
        assertThat(story.book().states()).isEmpty();
    }

    @Test
    void pauseLoosensNothing() {
        command(HALT, DEMO);

        assertThat(command(PAUSE, DEMO).text()).startsWith("Nothing changed: strategy demo is");
        assertThat(state(StateScope.of(Scenario.DEMO))).isEqualTo(TradingState.HALTED);
    }

    @Test
    void reduceCancelsWhatEnlargesAndKeepsWhatProtects() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        story.decide(buy("MSFT").quantity("3").limit("95"));
        story.sent();

        ControlOutcome outcome = command(REDUCE, DEMO);

        assertThat(story.cancels()).containsExactly("BUY 3 MSFT");
        assertThat(outcome.text())
                .isEqualTo(
                        "Only orders that shrink a position leave for strategy demo from now on; cancels 1 order that would enlarge one");
        assertThat(outcome.details())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("cancels buy 3 MSFT at limit 95 of"),
                        line -> assertThat(line).startsWith("stays: sell 10 AAPL at stop 90 of"));
        assertThat(story.decide(buy("MSFT").quantity("1")).code()).isEqualTo("ONLY_REDUCING");
        assertThat(story.decide(sell("AAPL").quantity("4")).code()).isEqualTo("APPROVED");
    }

    @Test
    void reduceOfAnAccountReachesAllItsStrategiesAndNoOthers() {
        story.strategy(OTHER, Scenario.PAPER, _ -> {});
        var elsewhere = new StrategyName("elsewhere");
        story.strategy(elsewhere, new AccountId("second"), _ -> {});
        story.decide(buy("MSFT").quantity("1").limit("95"));
        story.from(OTHER).decide(buy("MSFT").quantity("2").limit("95"));
        story.from(elsewhere).decide(buy("MSFT").quantity("3").limit("95"));

        command(REDUCE, "account paper");
        assertThat(story.cancels()).containsExactly("BUY 1 MSFT", "BUY 2 MSFT");

        assertThat(command(REDUCE, "all").text()).contains("cancels 1 order");
        assertThat(story.cancels()).containsExactly("BUY 3 MSFT");
        assertThat(command(REDUCE, "all").text()).contains("is only reducing already");
        assertThat(story.cancels()).isEmpty();
    }

    @Test
    void haltCancelsNothingAndTellsWhatMayStillFill() {
        story.decide(buy("MSFT").quantity("3").limit("95"));

        ControlOutcome outcome = command(HALT, "all");

        assertThat(story.cancels()).isEmpty();
        assertThat(outcome.text())
                .isEqualTo(
                        "Nothing leaves for all strategies and accounts from now on but what a command closes; 1 order at the broker may still fill");
        assertThat(story.decide(exit("MSFT")).code()).isEqualTo("TRADING_HALTED");
        assertThat(command(HALT, "all").text()).startsWith("Nothing changed: all strategies");
    }

    @Test
    void resumeTellsWhatHadStoppedIt() {
        command(HALT, DEMO);

        ControlOutcome outcome = command(RESUME, DEMO);

        assertThat(outcome.text())
                .isEqualTo(
                        "Trading of strategy demo goes on; it was HALTED since 2026-11-23 15:00:00 UTC: asked by dashboard: holidays");
        assertThat(story.decide(buy("AAPL").quantity("1")).code()).isEqualTo("APPROVED");
        assertThat(command(RESUME, DEMO).text())
                .isEqualTo("Nothing changed: strategy demo was not stopped itself");
    }

    @Test
    void resumeTellsWhatStillStops() {
        command(HALT, "account paper");
        command(PAUSE, DEMO);

        ControlOutcome strategy = command(RESUME, DEMO);
        assertThat(strategy.status()).isEqualTo(ControlStatus.PARTLY);
        assertThat(strategy.details())
                .containsExactly(
                        "still stopped: account paper is HALTED since 2026-11-23 15:00:00 UTC: asked by dashboard: holidays");

        command(PAUSE, DEMO);
        ControlOutcome account = command(RESUME, "account paper");
        assertThat(account.status()).isEqualTo(ControlStatus.DONE);
        assertThat(account.details())
                .singleElement()
                .asString()
                .startsWith("still stopped: strategy demo is PAUSED");
    }

    @Test
    void brokenLegsOfAPausedStrategyLetItOnlyReduce() {
        story.decide(buy("AAPL").quantity("1"), buy("MSFT").quantity("1"));
        var first = story.order("BUY 1 AAPL");
        command(PAUSE, DEMO);

        story.rejected(first);

        assertThat(state(StateScope.of(Scenario.DEMO))).isEqualTo(TradingState.REDUCING);
    }
}
