package com.mathematricks.engine.sizing;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSettings;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.signal.QuantityUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Works the examples of `docs/sizing.md`.
class SizingPageTest {

    private static final Pattern ROW =
            Pattern.compile(
                    "\\| `\\{mode: (\\w+)(?:, \\w+: ([\\d.]+))?}` \\| (?:([\\d.]+) (\\w+)|none) at ([\\d.]+)(?:, stop ([\\d.]+))?(?:, equity ([\\d.]+))? \\| ([\\d.]+) \\| .*");

    private static List<Matcher> rows() throws IOException {
        return Files.readString(Path.of("../docs/sizing.md"))
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static SizingMode mode(Matcher row) {
        return SizingMode.valueOf(row.group(1).toUpperCase(Locale.ROOT));
    }

    @Test
    void everyModeHasAnExample() throws IOException {
        assertThat(rows().stream().map(SizingPageTest::mode))
                .containsAll(Arrays.asList(SizingMode.values()));
    }

    @Test
    void examplesComeOutAsThePageSays() throws IOException {
        assertThat(rows()).hasSize(13);
        for (Matcher row : rows()) {
            var story = new Scenario().with(settings -> sizing(settings, row));
            TestSignal signal = buy("AAPL").price(row.group(5));
            if (row.group(3) != null) {
                QuantityUnit unit = QuantityUnit.valueOf(row.group(4).toUpperCase(Locale.ROOT));
                signal.quantity(row.group(3), unit);
            }
            if (row.group(6) != null) {
                signal.stopLoss(row.group(6));
            }
            if (row.group(7) != null) {
                story.senderEquity(row.group(7));
            }
            assertThat(story.decide(signal).sizing().getLast())
                    .as(row.group())
                    .isEqualTo("rounded down to the lot of 1: " + row.group(8));
        }
    }

    private static void sizing(TestSettings settings, Matcher row) {
        settings.defaultQuantity("7");
        if (row.group(2) == null) {
            settings.sizing(mode(row));
        } else {
            settings.sizing(mode(row), row.group(2));
        }
    }

    @Test
    void multiplierAndRateCount() {
        var story = new Scenario();
        story.with(settings -> settings.sizing(SizingMode.FIXED_NOTIONAL, "300000"));
        story.decide(buy("ESZ2026").price("5000"));
        story.with(settings -> settings.sizing(SizingMode.FIXED_NOTIONAL, "1000"));
        story.decide(buy("USDJPY").price("150"));
        assertThat(story.sent()).containsExactly("BUY 1 ESZ2026", "BUY 1000 USDJPY");
    }

    @Test
    void quantityThatIsNotUsedIsRecorded() {
        var story = new Scenario();
        story.with(settings -> settings.sizing(SizingMode.FIXED_QUANTITY, "12"));
        var decision = story.decide(buy("AAPL").price("190").quantity("500"));
        assertThat(decision.sizing()).anyMatch(line -> line.contains("500 is not used"));
    }

    @Test
    void equityIsTheStrategysOwn() {
        var story = new Scenario().price("AAPL", "100");
        story.with(settings -> settings.sizing(SizingMode.PERCENT_OF_EQUITY, "10"));
        story.decide(buy("AAPL"));
        story.fillAll().price("AAPL", "150").sent();

        // 100 held won 5000, so 10 % of 105000 = 10500; 10500 ÷ 210 = 50
        story.decide(buy("MSFT").price("210"));
        assertThat(story.sent()).containsExactly("BUY 50 MSFT");
    }

    @Test
    void capitalIsWhatItBeganWith() {
        var story = new Scenario().price("AAPL", "100");
        story.with(settings -> settings.sizing(SizingMode.PERCENT_OF_CAPITAL, "10"));
        story.decide(buy("AAPL"));
        story.fillAll().price("AAPL", "150").sent();

        // 10 % of 100000, whatever was won; 10000 ÷ 210 = 47.6
        story.decide(buy("MSFT").price("210"));
        assertThat(story.sent()).containsExactly("BUY 47 MSFT");
    }

    @Test
    void multiplierAndRateCountForMoneyAtRiskToo() {
        // 1000 ÷ (4 × 50) = 5
        assertThat(atRisk("1000", buy("ESZ2026").price("5000").stopLoss("4996"))).endsWith(": 5");
        // 1000 USD × 150 = 150000 JPY; ÷ 1.5 = 100000
        assertThat(atRisk("1000", buy("USDJPY").price("150").stopLoss("148.5")))
                .endsWith(": 100000");
    }

    @Test
    void defaultStopIsTheDistanceWhereTheSignalStatesNone() {
        var story = new Scenario();
        story.with(settings ->
                settings.sizing(SizingMode.RISK_AMOUNT, "500").defaultBracket("5", "20"));
        story.decide(buy("AAPL").price("200"));
        // 500 ÷ 10
        assertThat(story.sent()).containsExactly("BUY 50 AAPL");
        story.decide(buy("MSFT").price("200").stopLoss("195"));
        assertThat(story.sent()).containsExactly("BUY 100 MSFT");
    }

    private static String atRisk(String amount, TestSignal signal) {
        return new Scenario()
                .with(settings -> settings.sizing(SizingMode.RISK_AMOUNT, amount))
                .decide(signal)
                .sizing()
                .getLast();
    }

    @Test
    void arithmeticIsInTheDecision() {
        var story = new Scenario();
        story.with(settings -> settings.sizing(SizingMode.RISK_AMOUNT, "500"));
        assertThat(story.decide(buy("AAPL").price("190").quantity("7").stopLoss("185")).sizing())
                .containsExactly(
                        "The signal's quantity 7 is not used: the strategy sizes by risk_amount",
                        "risk_amount at risk: 500 USD ÷ (5 from 190 to the stop at 185 × 1) = 100",
                        "rounded down to the lot of 1: 100");
        story.with(settings -> settings.sizing(SizingMode.SCALED_EQUITY));
        story.senderEquity("50000");
        assertThat(story.decide(buy("MSFT").price("190").quantity("7")).sizing())
                .containsExactly(
                        "scaled_equity: 7 × 100000 USD ÷ 50000 of the sender = 14",
                        "rounded down to the lot of 1: 14");
    }

    @Test
    void whatCannotBeSizedIsDeniedWithTheReason() {
        var story = new Scenario();
        story.with(settings -> settings.sizing(SizingMode.RISK_AMOUNT, "500"));
        assertThat(story.decide(buy("AAPL").price("190")).reason())
                .contains("neither the signal nor the strategy's default_stop_percent");
        story.with(settings -> settings.sizing(SizingMode.SCALED_EQUITY));
        assertThat(story.decide(buy("AAPL").price("190").quantity("7")).reason())
                .contains("needs the sender's account_equity");
        story.senderEquity("50000");
        assertThat(story.decide(buy("AAPL").price("190")).reason()).contains("states none");
        assertThat(story.decide(buy("AAPL").price("190").quantity("7", QuantityUnit.NOTIONAL)))
                .satisfies(decision -> {
                    assertThat(decision.code()).isEqualTo("QUANTITY_INVALID");
                    assertThat(decision.reason()).contains("states 7 NOTIONAL");
                });
    }

    @Test
    void equityBelowZeroBuysNothing() {
        var story = new Scenario().price("AAPL", "100");
        story.with(settings -> settings.capital("1000").sizing(SizingMode.FIXED_QUANTITY, "20"));
        story.decide(buy("AAPL"));
        story.fillAll().price("AAPL", "10");

        // 1000 of capital less the 1800 that were lost
        story.with(settings -> settings.sizing(SizingMode.PERCENT_OF_EQUITY, "10"));
        assertThat(story.decide(buy("MSFT").price("210")).code()).isEqualTo("QUANTITY_INVALID");
    }

    @Test
    void statedPositionIsScaledAndItsRatioKept() {
        var story = new Scenario().price("AAPL", "100").senderEquity("50000");
        story.with(settings -> settings.sizing(SizingMode.SCALED_EQUITY));
        story.decide(buy("AAPL").quantity("5").position("0", "5"));
        story.fillAll().senderEquity("25000");
        story.decide(buy("AAPL").quantity("3").position("5", "8"));

        // 100000 ÷ 50000 = 2, also later
        assertThat(story.sent()).containsExactly("BUY 10 AAPL", "BUY 6 AAPL");
    }

    @Test
    void orderThatTurnsAPositionIsScaledAsAWhole() {
        var story = new Scenario().price("AAPL", "100").senderEquity("50000");
        story.with(settings -> settings.sizing(SizingMode.SCALED_EQUITY));
        story.decide(buy("AAPL").quantity("5"));
        story.fillAll();
        story.decide(sell("AAPL").quantity("8"));
        story.fillAll();

        // 16 less the 10 that were held
        assertThat(story.sent()).containsExactly("BUY 10 AAPL", "SELL 10 AAPL", "SELL 6 AAPL");
    }
}
