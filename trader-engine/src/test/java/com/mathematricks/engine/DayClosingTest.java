package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.performance.ClosedDay;
import com.mathematricks.engine.performance.ClosingTimes;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSettings;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayClosingTest {

    private static final StrategyName COINS = new StrategyName("coins");

    /// Monday, 10 in the morning in New York.
    private static final Instant BEGIN = Scenario.START;

    private final DayClosing closing =
            new DayClosing(new ClosingTimes(17, ZoneId.of("America/New_York")), BEGIN);
    private final Scenario scenario = new Scenario();

    /// The rows of the day that is closed now, each in a few words.
    private List<String> close() {
        List<ClosedDay> days =
                closing.step(scenario.situation()).stream()
                        .map(Draft::changes)
                        .flatMap(List::stream)
                        .map(change -> ((Change.DayClosed) change).day())
                        .toList();
        scenario.take(closing.step(scenario.situation()));
        return days.stream().map(DayClosingTest::words).toList();
    }

    private static String words(ClosedDay day) {
        return "%s %s equity %s flows %s pnl %s%s"
                .formatted(
                        day.scope(),
                        day.date(),
                        day.equity().amount().toPlainString(),
                        day.flows().amount().toPlainString(),
                        day.pnl().amount().toPlainString(),
                        day.gapDays() == 0 ? "" : " after a gap of " + day.gapDays());
    }

    private void buy(String ticker, String quantity, String price) {
        scenario.price(ticker, price).decide(TestSignal.buy(ticker).quantity(quantity));
        scenario.fillAll();
    }

    @Test
    void closesNothingBeforeTheHour() {
        scenario.at("2026-11-23T21:59:59Z");

        assertThat(close()).isEmpty();
    }

    @Test
    void closesTotalAndStrategiesOnceADay() {
        buy("AAPL", "10", "100");
        scenario.price("AAPL", "101.5").at("2026-11-23T22:00:00Z");

        assertThat(close())
                .containsExactly(
                        "total 2026-11-23 equity 100015 flows 0 pnl 15",
                        "strategy demo 2026-11-23 equity 100015 flows 0 pnl 15");
        assertThat(scenario.entries().getLast().kind()).isEqualTo(EntryKind.DAY_CLOSED);
        assertThat(close()).isEmpty();

        scenario.price("AAPL", "101").at("2026-11-24T22:00:01Z");
        assertThat(close())
                .containsExactly(
                        "total 2026-11-24 equity 100010 flows 0 pnl -5",
                        "strategy demo 2026-11-24 equity 100010 flows 0 pnl -5");
    }

    @Test
    void closesNoWeekend() {
        scenario.at("2026-11-27T22:00:00Z");
        close();

        scenario.at("2026-11-29T22:00:00Z");
        assertThat(close()).isEmpty();

        scenario.at("2026-11-30T22:00:00Z");
        assertThat(close())
                .containsExactly(
                        "total 2026-11-30 equity 100000 flows 0 pnl 0",
                        "strategy demo 2026-11-30 equity 100000 flows 0 pnl 0");
    }

    @Test
    void closesADowntimeAsOneDayThatSaysSo() {
        scenario.at("2026-11-23T22:00:00Z");
        close();
        // Down from Tuesday noon until Monday morning: Tuesday to Friday were not closed.
        scenario.at("2026-11-30T14:00:00Z");

        assertThat(close())
                .containsExactly(
                        "total 2026-11-27 equity 100000 flows 0 pnl 0 after a gap of 3",
                        "strategy demo 2026-11-27 equity 100000 flows 0 pnl 0 after a gap of 3");
    }

    @Test
    void countsTheGapFromTheBeginning() {
        scenario.at("2026-11-25T22:00:00Z");

        assertThat(close().getFirst())
                .isEqualTo("total 2026-11-25 equity 100000 flows 0 pnl 0 after a gap of 2");
    }

    @Test
    void tellsFlowsFromProfit() {
        scenario.at("2026-11-23T22:00:00Z");
        close();
        scenario.deposit("5000").with(demo -> demo.capital("80000").atAnyHour());
        buy("AAPL", "10", "100");
        scenario.price("AAPL", "102").at("2026-11-24T22:00:00Z");

        assertThat(close())
                .containsExactly(
                        "total 2026-11-24 equity 105020 flows 5000 pnl 20",
                        "strategy demo 2026-11-24 equity 80020 flows -20000 pnl 20");
    }

    @Test
    void closesAStrategyThatTradesCryptoAloneOnEveryDay() {
        scenario.strategy(COINS, Scenario.PAPER, _ -> {}).from(COINS);
        buy("BTCUSDT", "1", "100");
        scenario.at("2026-11-27T22:00:00Z");
        close();
        scenario.price("BTCUSDT", "110").at("2026-11-28T22:00:00Z");

        assertThat(close()).hasSize(1).first().asString().startsWith("strategy coins 2026-11-28");
        scenario.at("2026-11-30T22:00:00Z");
        // Sunday was missed by the one that has Sundays.
        assertThat(close())
                .extracting(row -> row.replaceAll(" equity.* pnl [-0-9.]*", ""))
                .containsExactly(
                        "total 2026-11-30",
                        "strategy coins 2026-11-30 after a gap of 1",
                        "strategy demo 2026-11-30");
    }

    @Test
    void beginsANewStrategyWithTheNextDay() {
        scenario.at("2026-11-23T22:00:00Z");
        close();
        scenario.strategy(COINS, Scenario.PAPER, _ -> {});

        assertThat(close()).isEmpty();
        scenario.at("2026-11-24T22:00:00Z");
        assertThat(close()).hasSize(3).noneMatch(row -> row.contains("gap"));
    }

    @Test
    void leavesOutWhatIsArchivedAndFlat() {
        buy("AAPL", "10", "100");
        scenario.with(TestSettings::archived).at("2026-11-23T22:00:00Z");
        assertThat(close()).hasSize(2);

        scenario.from(new StrategyName("gone"))
                .strategy(new StrategyName("gone"), Scenario.PAPER, TestSettings::archived)
                .at("2026-11-24T22:00:00Z");
        assertThat(close()).hasSize(2).noneMatch(row -> row.contains("gone"));
    }

    @Test
    void hasNoTotalOfSeveralCurrencies() {
        scenario.strategy(COINS, new AccountId("euro"), coins -> coins.currency("EUR"))
                .at("2026-11-23T22:00:00Z");

        assertThat(close())
                .extracting(row -> row.replaceAll(" 2026.*", ""))
                .containsExactly("strategy coins", "strategy demo");
    }

    @Test
    void isRememberedByASnapshotAndByReplay() {
        scenario.at("2026-11-23T22:00:00Z");
        close();
        var replayed = new Book("EPOCH");
        scenario.entries().forEach(replayed::apply);

        assertThat(replayed.snapshot()).isEqualTo(scenario.book().snapshot());
        assertThat(new Book(replayed.snapshot()).snapshot()).isEqualTo(replayed.snapshot());
        assertThat(replayed.snapshot().closedDays()).hasSize(2);
    }
}
