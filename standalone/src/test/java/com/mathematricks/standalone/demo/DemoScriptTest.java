package com.mathematricks.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoScriptTest {

    /// A Monday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void builtInMonthEndsOnTheLastWeekday() {
        List<DemoScript.Step> steps = DemoScript.builtIn(TODAY).steps();

        assertThat(steps.getFirst().at()).isEqualTo(Instant.parse("2026-10-22T13:35:00Z"));
        // 15:56 in New York, which left daylight saving time on 1 November.
        assertThat(steps.getLast().at()).isEqualTo(Instant.parse("2026-11-20T20:56:00Z"));
        assertThat(steps).hasAtLeastOneElementOfType(DemoScript.Message.class);
    }

    @Test
    void linesAreDayTimeAndPricesOrAMessage() {
        var script =
                DemoScript.read(
                        List.of(
                                "# a comment",
                                "",
                                "22 09:35 prices AAPL=230.5 MES1!=5870.25",
                                "22 09:36 breakout {\"ticker\": \"AAPL\", \"action\": \"buy\"}"),
                        TODAY);

        assertThat(script.steps())
                .containsExactly(
                        new DemoScript.Prices(
                                Instant.parse("2026-11-20T14:35:00Z"),
                                Map.of("AAPL", "230.5", "MES1!", "5870.25")),
                        new DemoScript.Message(
                                Instant.parse("2026-11-20T14:36:00Z"),
                                "breakout",
                                "{\"ticker\": \"AAPL\", \"action\": \"buy\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "23 09:35 prices AAPL=1, day 23 is not one of 1 to 22",
        "0 09:35 prices AAPL=1, day 0 is not one of 1 to 22",
        "1 9:35am prices AAPL=1, time 9:35am is not like 09:35",
        "1 09:35 prices AAPL, price AAPL is not like AAPL=230.5",
        "1 09:35 prices, 'it needs a day, a time, and prices or a strategy with its message'"
    })
    void saysWhichLineIsWrongAndWhy(String line, String why) {
        assertThatThrownBy(() -> DemoScript.read(List.of("# head", line), TODAY))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("demo/month.txt, line 2: " + why);
    }

    @Test
    void timeOnlyGoesOn() {
        List<String> lines = List.of("2 09:35 prices AAPL=1", "1 09:35 prices AAPL=1");
        assertThatThrownBy(() -> DemoScript.read(lines, TODAY)).hasMessageContaining("line 2");
    }
}
