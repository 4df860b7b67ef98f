package com.mathematricks.engine.command;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.scenario.Scenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Monday 2026-11-23; 15:55 in New York is 20:55 UTC.
class FlatByTimeTest {

    private final Scenario scenario =
            new Scenario()
                    .with(demo -> demo.flatBy("mon-fri 15:55 America/New_York"))
                    .price("AAPL", "100")
                    .price("BTCUSDT", "60000");

    private Scenario holding() {
        scenario.decide(buy("AAPL").quantity("10").price("100"));
        scenario.fillAll().sent();
        return scenario;
    }

    @Test
    void closesEverythingAtItsTime() {
        holding();
        scenario.decide(buy("BTCUSDT").quantity("1").limit("50000"));
        scenario.accepted(scenario.order("BUY 1 BTCUSDT"));

        assertThat(scenario.at("2026-11-23T20:54:59Z").closeByTime().cancels()).isEmpty();
        scenario.at("2026-11-23T20:55:00Z").closeByTime();

        assertThat(scenario.cancels()).containsExactly("BUY 1 BTCUSDT");
        assertThat(scenario.sent()).contains("SELL 10 AAPL");
        assertThat(scenario.notes()).containsExactly("CLOSED_BY_TIME");
        assertThat(scenario.fillAll().held("AAPL")).isEqualTo("0");
    }

    @Test
    void closesOnceADay() {
        holding();
        scenario.at("2026-11-23T20:55:00Z").closeByTime();
        scenario.rejected(scenario.order("SELL 10 AAPL"));

        assertThat(scenario.closeByTime().entries())
                .extracting(Entry::key)
                .containsOnlyOnce("flat_by:demo|2026-11-23");

        scenario.at("2026-11-24T20:55:00Z").closeByTime();
        assertThat(scenario.entries())
                .extracting(Entry::key)
                .containsOnlyOnce("flat_by:demo|2026-11-24");
    }

    @Test
    void remembersOverARestartWhatWasDone() {
        holding();
        scenario.at("2026-11-23T20:55:00Z").closeByTime();

        assertThat(new Book(scenario.book().snapshot()).flatDay(Scenario.DEMO))
                .contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void makesUpForATimeThatWasMissed() {
        holding();

        // Tuesday, half an hour after the open: nothing ran on Monday evening.
        assertThat(scenario.at("2026-11-24T15:00:00Z").closeByTime().sent())
                .containsExactly("SELL 10 AAPL");
    }

    @Test
    void leavesWhatWasOpenedAfterATimeThatWasMissed() {
        scenario.at("2026-11-24T15:00:00Z");
        holding();

        assertThat(scenario.closeByTime().sent()).isEmpty();
    }

    @Test
    void aTimeBeforeItWasSetDoesNotCount() {
        holding();
        scenario.with(demo -> demo.changedAt("2026-11-23T20:56:00Z"));

        assertThat(scenario.at("2026-11-23T21:30:00Z").closeByTime().sent()).isEmpty();
        assertThat(scenario.at("2026-11-24T20:55:00Z").closeByTime().sent())
                .containsExactly("SELL 10 AAPL");
    }

    @Test
    void aHaltHoldsItBack() {
        holding();
        scenario.state(StateScope.of(Scenario.DEMO), TradingState.HALTED);
        assertThat(scenario.at("2026-11-23T20:55:00Z").closeByTime().sent()).isEmpty();

        scenario.state(StateScope.of(Scenario.DEMO), TradingState.REDUCING);
        assertThat(scenario.closeByTime().sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void closesAtTheNextOpenWhereTheMarketIsClosed() {
        holding();
        scenario.with(demo -> demo.flatBy("mon-fri 17:00 America/New_York"));

        assertThat(scenario.at("2026-11-23T22:00:00Z").closeByTime().sent()).isEmpty();
        assertThat(scenario.at("2026-11-24T14:30:00Z").openMarkets().sent())
                .containsExactly("SELL 10 AAPL");
    }

    @Test
    void doesNothingWhereNothingIsHeld() {
        assertThat(scenario.at("2026-11-23T20:55:00Z").closeByTime().entries())
                .extracting(Entry::key)
                .doesNotContain("flat_by:demo|2026-11-23");
    }
}
