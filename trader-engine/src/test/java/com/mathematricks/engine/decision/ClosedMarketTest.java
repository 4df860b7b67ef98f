package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestCommand.cancel;
import static com.mathematricks.engine.scenario.TestCommand.flatten;
import static com.mathematricks.engine.scenario.TestCommand.of;
import static com.mathematricks.engine.scenario.TestSignal.add;
import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.reverse;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.signal.DecisionOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Stocks, from Monday evening to Tuesday's open at 14:30 UTC.
class ClosedMarketTest {

    private static final String NIGHT = "2026-11-24T02:00:00Z";
    private static final String OPEN = "2026-11-24T14:30:00Z";

    private final Scenario scenario = new Scenario().price("AAPL", "100").price("MSFT", "400");

    private Scenario holding(String units) {
        scenario.decide(buy("AAPL").quantity(units).price("100"));
        scenario.fillAll().sent();
        return scenario;
    }

    private Scenario atNight() {
        return scenario.at(NIGHT);
    }

    private Scenario atOpen() {
        return scenario.at(OPEN).openMarkets();
    }

    @Test
    void waitsForTheOpen() {
        Decision decision = atNight().decide(buy("AAPL").quantity("10").price("100"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(decision.code()).isEqualTo("WAITS_FOR_OPEN");
        assertThat(decision.reason())
                .isEqualTo("Waits for the open at 2026-11-24 14:30 UTC: buy 10 AAPL");
        assertThat(check(decision).passed()).isTrue();
        assertThat(check(decision).text())
                .isEqualTo(
                        "US stocks are closed (Monday to Friday, 09:30 to 16:00 America/New_York) and open at 2026-11-24 14:30 UTC; the order waits for it");
        assertThat(scenario.at("2026-11-24T14:29:59Z").openMarkets().sent()).isEmpty();
        assertThat(atOpen().sent()).containsExactly("BUY 10 AAPL");
        assertThat(checkedAtOpen()).map(Change.CheckedAtOpen::passed).contains(true);
    }

    @Test
    void deniesWhereTheStrategyDoesNotWait() {
        scenario.with(settings -> settings.denyWhenClosed());

        Decision decision = atNight().decide(buy("AAPL").quantity("10").price("100"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("MARKET_CLOSED");
        assertThat(scenario.working()).isEmpty();
    }

    @Test
    void whatClosesWaitsWhereTheStrategyDoesNot() {
        scenario.with(settings -> settings.denyWhenClosed());
        holding("10");

        Decision decision = atNight().decide(exit("AAPL"));

        assertThat(decision.code()).isEqualTo("WAITS_FOR_OPEN");
        assertThat(scenario.sent()).isEmpty();
        assertThat(atOpen().sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void anOpenMarketIsToldToo() {
        Decision decision = scenario.decide(buy("AAPL").quantity("10").price("100"));

        assertThat(check(decision).text()).isEqualTo("US stocks trade until 2026-11-23 21:00 UTC");
        assertThat(scenario.sent()).containsExactly("BUY 10 AAPL");
    }

    @Test
    void cryptoGoesAtAnyHour() {
        assertThat(atNight().decide(buy("BTCUSDT").quantity("1").price("60000")).code())
                .isEqualTo("APPROVED");
        assertThat(scenario.sent()).containsExactly("BUY 1 BTCUSDT");
    }

    @Test
    void anAccountThatIgnoresHoursTradesAtAnyHour() {
        scenario.with(settings -> settings.atAnyHour());

        assertThat(check(atNight().decide(buy("AAPL").quantity("10").price("100"))).text())
                .isEqualTo("Account paper trades at any hour");
        assertThat(scenario.sent()).containsExactly("BUY 10 AAPL");
    }

    @Test
    void newestReplacesWhatWaited() {
        atNight().decide(buy("AAPL").quantity("10").price("100"));
        Decision decision = scenario.decide(buy("AAPL").quantity("7").price("100"));

        assertThat(decision.reason())
                .isEqualTo(
                        "Waits for the open at 2026-11-24 14:30 UTC: cancel 1 working order, then buy 7 AAPL");
        assertThat(atOpen().sent()).containsExactly("BUY 7 AAPL");
    }

    @Test
    void aDeniedOneReplacesNothing() {
        scenario.with(settings -> settings.limit(LimitKey.MAX_ORDER_QUANTITY, "10"));
        atNight().decide(buy("AAPL").quantity("10").price("100"));

        assertThat(scenario.decide(buy("AAPL").quantity("11").price("100")).code())
                .isEqualTo("ORDER_QUANTITY");
        assertThat(atOpen().sent()).containsExactly("BUY 10 AAPL");
    }

    @Test
    void aStatedPositionReplacesTheOneBefore() {
        atNight().decide(buy("AAPL").position("10").price("100"));
        scenario.decide(buy("AAPL").position("10", "15").price("100"));
        assertThat(scenario.working()).map(Scenario::inWords).containsExactly("BUY 15 AAPL");

        scenario.decide(sell("AAPL").position("15", "0").price("100"));
        assertThat(scenario.working()).isEmpty();
    }

    @Test
    void aBareSellTakesBackWhatWaitsToBeBought() {
        atNight().decide(buy("AAPL").quantity("10").price("100"));
        Decision same = scenario.decide(sell("AAPL").quantity("10").price("100"));

        assertThat(same.outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(scenario.working()).isEmpty();

        scenario.decide(buy("AAPL").quantity("10").price("100"));
        scenario.decide(sell("AAPL").quantity("14").price("100"));
        assertThat(scenario.working()).map(Scenario::inWords).containsExactly("SELL 4 AAPL");
    }

    @Test
    void exitsGoFirst() {
        holding("10");
        scenario.decide(buy("MSFT").quantity("1").price("400"));
        scenario.fillAll().sent();
        atNight().decide(add("AAPL").quantity("5").price("100"));
        scenario.decide(exit("MSFT"));

        assertThat(atOpen().sent()).containsExactly("SELL 1 MSFT", "BUY 5 AAPL");
    }

    @Test
    void whatReversesClosesFirst() {
        holding("10");
        atNight().decide(reverse("AAPL").quantity("10").price("100"));

        assertThat(atOpen().sent()).containsExactly("SELL 10 AAPL");
        assertThat(scenario.fillAll().sent()).containsExactly("SELL 10 AAPL");
        assertThat(scenario.held("AAPL")).isEqualTo("-10");
    }

    @Test
    void anExitIsNotReplacedByAnEntry() {
        holding("10");
        atNight().decide(exit("AAPL"));
        scenario.decide(buy("AAPL").quantity("3").price("100"));

        assertThat(atOpen().sent()).containsExactly("SELL 10 AAPL");
        assertThat(scenario.fillAll().sent()).containsExactly("BUY 3 AAPL");
        assertThat(scenario.held("AAPL")).isEqualTo("3");
    }

    @Test
    void checksAgainAtTheOpen() {
        atNight().decide(buy("AAPL").quantity("10").price("100"));
        Order waiting = scenario.order("BUY 10 AAPL");
        scenario.state(StateScope.of(Scenario.DEMO), TradingState.PAUSED);

        assertThat(atOpen().sent()).isEmpty();
        assertThat(scenario.order(waiting.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scenario.order(waiting.id()).progress().reason())
                .startsWith("denied at the open: STRATEGY_PAUSED: ");
        Change.CheckedAtOpen checked = checkedAtOpen().orElseThrow();
        assertThat(checked.passed()).isFalse();
        assertThat(checked.code()).isEqualTo("STRATEGY_PAUSED");
    }

    @Test
    void pricesOfTheOpenCount() {
        scenario.with(settings -> settings.limit(LimitKey.MAX_ORDER_NOTIONAL, "1000"));
        atNight().decide(buy("AAPL").quantity("10").price("100"));

        scenario.price("AAPL", "100.01");

        assertThat(atOpen().sent()).isEmpty();
        assertThat(checkedAtOpen()).map(Change.CheckedAtOpen::code).contains("ORDER_NOTIONAL");
    }

    @Test
    void reducesAtTheOpenWhereTheStrategyWantsThat() {
        scenario.with(
                settings -> settings.limit(LimitKey.MAX_ORDER_NOTIONAL, "1000").reduceOnLimit());
        atNight().decide(buy("AAPL").quantity("10").price("100"));

        scenario.price("AAPL", "125");

        assertThat(atOpen().sent()).containsExactly("BUY 8 AAPL");
    }

    @Test
    void ageCountsFromTheOpen() {
        atNight().decide(buy("AAPL").quantity("10").price("100"));

        assertThat(scenario.at("2026-11-24T14:32:00Z").openMarkets().sent())
                .containsExactly("BUY 10 AAPL");
        assertThat(scenario.order("BUY 10 AAPL").freshFrom()).isEqualTo(OPEN);
    }

    @Test
    void whatMissedItsOpenIsNotOpened() {
        atNight().decide(buy("AAPL").quantity("10").price("100"));

        assertThat(scenario.at("2026-11-24T14:32:01Z").openMarkets().sent()).isEmpty();
        assertThat(checkedAtOpen()).map(Change.CheckedAtOpen::code).contains("SIGNAL_STALE");
    }

    @Test
    void whatMissedTheWholeDayWaitsOnOnlyWhereItCloses() {
        holding("10");
        atNight().decide(exit("AAPL"));
        scenario.decide(buy("MSFT").quantity("1").price("400"));

        assertThat(scenario.at("2026-11-24T22:00:00Z").openMarkets().sent()).isEmpty();
        assertThat(scenario.working()).map(Scenario::inWords).containsExactly("SELL 10 AAPL");
        assertThat(scenario.at("2026-11-25T14:30:00Z").openMarkets().sent())
                .containsExactly("SELL 10 AAPL");
    }

    @Test
    void cancelFlattenAndHaltRemoveIt() {
        atNight().decide(buy("AAPL").quantity("10").price("100"));
        scenario.command(cancel(scenario.order("BUY 10 AAPL").id()));
        assertThat(scenario.working()).isEmpty();

        scenario.decide(buy("AAPL").quantity("10").price("100"));
        scenario.command(flatten("strategy demo"));
        assertThat(scenario.working()).isEmpty();

        scenario.decide(buy("AAPL").quantity("10").price("100"));
        scenario.command(of(ControlAction.HALT, "strategy demo"));
        assertThat(scenario.working()).isEmpty();
        assertThat(atOpen().sent()).isEmpty();
    }

    @Test
    void aCommandedFlattenWaitsAndOutlivesAHalt() {
        holding("10");
        assertThat(atNight().command(flatten("strategy demo")).text())
                .isEqualTo(
                        "Sells 10 AAPL of demo (its market opens at 2026-11-24 14:30 UTC) at market");
        scenario.command(of(ControlAction.HALT, "strategy demo"));

        assertThat(scenario.sent()).isEmpty();
        assertThat(atOpen().sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void legsWaitForTheLatestOpenAndAreDeniedTogether() {
        atNight()
                .decide(
                        buy("BTCUSDT").quantity("1").price("60000"),
                        buy("AAPL").quantity("10").price("100"));
        assertThat(scenario.sent()).isEmpty();

        scenario.state(StateScope.of(Scenario.DEMO), TradingState.PAUSED);
        assertThat(atOpen().sent()).isEmpty();
        assertThat(scenario.working()).isEmpty();
        assertThat(scenario.notes()).isEmpty();
    }

    @Test
    void survivesARestart() {
        atNight().decide(buy("AAPL").quantity("10").price("100"));

        var restored = new Book(scenario.book().snapshot());

        assertThat(restored.working().filter(Order::waitsForOpen)).hasSize(1);
    }

    @Test
    void waitingBuysNothingButCountsInEveryLimit() {
        scenario.with(settings -> settings.limit(LimitKey.MAX_POSITION_PERCENT, "1").pyramiding(2));
        atNight().decide(buy("AAPL").quantity("10").price("100"));
        scenario.wait(Duration.ofMinutes(5));

        // 1,000 of 100,000 are taken, but by what is replaced.
        assertThat(scenario.decide(buy("AAPL").quantity("10").price("100")).code())
                .isEqualTo("WAITS_FOR_OPEN");
        assertThat(scenario.held("AAPL")).isEqualTo("0");
    }

    private static CheckResult check(Decision decision) {
        return decision.checks().stream()
                .filter(check -> check.code().equals("MARKET_CLOSED"))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Change.CheckedAtOpen> checkedAtOpen() {
        List<Change> changes =
                scenario.entries().stream().flatMap(entry -> entry.changes().stream()).toList();
        return changes.stream()
                .filter(Change.CheckedAtOpen.class::isInstance)
                .map(Change.CheckedAtOpen.class::cast)
                .findFirst();
    }
}
