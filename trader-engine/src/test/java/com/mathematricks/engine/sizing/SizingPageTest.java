package com.mathematricks.engine.sizing;

import static com.mathematricks.engine.scenario.TestSignal.buy;
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
                    "\\| `\\{mode: (\\w+)(?:, \\w+: ([\\d.]+))?}` \\| (?:([\\d.]+) (\\w+)|none) at ([\\d.]+) \\| ([\\d.]+) \\| .*");

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
        assertThat(rows()).hasSize(8);
        for (Matcher row : rows()) {
            var story = new Scenario().with(settings -> sizing(settings, row));
            TestSignal signal = buy("AAPL").price(row.group(5));
            if (row.group(3) != null) {
                QuantityUnit unit = QuantityUnit.valueOf(row.group(4).toUpperCase(Locale.ROOT));
                signal.quantity(row.group(3), unit);
            }
            story.decide(signal);
            assertThat(story.sent())
                    .as(row.group())
                    .containsExactly("BUY " + row.group(6) + " AAPL");
        }
    }

    private static void sizing(TestSettings settings, Matcher row) {
        settings.defaultQuantity("7");
        if (row.group(2) != null) {
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
    void moneyAtRiskIsNotSupportedYet() {
        var decision =
                new Scenario()
                        .decide(buy("AAPL").price("1").quantity("5", QuantityUnit.RISK_AMOUNT));
        assertThat(decision.code()).isEqualTo("NOT_SUPPORTED");
    }
}
