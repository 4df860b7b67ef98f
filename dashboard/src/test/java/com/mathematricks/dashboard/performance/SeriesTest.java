package com.mathematricks.dashboard.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Months, drawdowns, correlations and curves.
class SeriesTest {

    @Test
    void compoundsMonthsAndYears() {
        // 1.1 × 1.1 in December, 0.9 in January.
        List<MonthlyTable.Year> years =
                MonthlyTable.of(
                        List.of(
                                new DailyReturn(LocalDate.parse("2025-12-30"), .1),
                                new DailyReturn(LocalDate.parse("2025-12-31"), .1),
                                new DailyReturn(LocalDate.parse("2026-01-02"), -.1)));

        assertThat(years).extracting(MonthlyTable.Year::year).containsExactly(2026, 2025);
        assertThat(years.getFirst().cells())
                .extracting(cell -> cell.text() + " " + cell.tone())
                .startsWith("-10.00 % loss", "– ")
                .endsWith("– ", "-10.00 % loss")
                .hasSize(13);
        assertThat(years.getLast().cells())
                .extracting(MonthlyTable.Cell::text)
                .endsWith("–", "21.00 %", "21.00 %");
    }

    @Test
    void findsTheDeepestDrawdown() {
        // Worth 1.1, 1.045, 0.99, 1.1, 1.045: from the 3rd to the 5th day down, on the 5th back.
        List<CurvePoint> curve =
                Drawdown.curve(
                        TestReturns.from("2026-11-02", .1, -.05, -.055 / 1.045, .11 / .99, -.05));

        Drawdown deepest = Drawdown.deepest(curve).orElseThrow();
        assertThat(deepest.from()).hasToString("2026-11-03");
        assertThat(deepest.trough()).hasToString("2026-11-04");
        assertThat(deepest.depth()).isCloseTo(-.1, within(1e-12));
    }

    @Test
    void knowsADrawdownThatIsNotOver() {
        List<CurvePoint> curve = Drawdown.curve(TestReturns.from("2026-11-02", -.1, .05));

        assertThat(Drawdown.deepest(curve).orElseThrow().recovered()).isNull();
        assertThat(Drawdown.deepest(Drawdown.curve(TestReturns.from("2026-11-02", .1, .1))))
                .isEmpty();
    }

    @Test
    void correlatesCommonDaysAlone() {
        List<DailyReturn> one = TestReturns.from("2026-11-02", .01, .02, .03, .04);
        List<DailyReturn> opposite = TestReturns.from("2026-11-03", -.04, -.06, -.08, .5);
        List<DailyReturn> flat = TestReturns.from("2026-11-02", .01, .01, .01, .01);
        List<DailyReturn> later = TestReturns.from("2026-11-05", .01);

        List<List<Correlation>> matrix = Correlation.matrix(List.of(one, opposite, flat, later));

        assertThat(matrix.getFirst())
                .extracting(cell -> cell.shown() + " " + cell.commonDays() + cell.tone())
                .containsExactly("1.00 4alike", "-1.00 3opposite", "– 4", "– 1");
        assertThat(matrix.get(1).get(3).commonDays()).isEqualTo(1);
        assertThat(matrix.get(1).getFirst()).isEqualTo(matrix.getFirst().get(1));
    }

    @Test
    void correlatesAsComputedByHand() {
        // Deviations (−1, 0, 1) and (−1/3, 2/3, −1/3): the sum of products is 0.
        List<List<Correlation>> matrix =
                Correlation.matrix(
                        List.of(
                                TestReturns.from("2026-11-02", 1, 2, 3),
                                TestReturns.from("2026-11-02", 0, 1, 0)));

        assertThat(matrix.getFirst().get(1).coefficient().orElseThrow())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void drawsCurvesToScale() {
        var chart =
                new CurveChart(
                        "equity",
                        "Equity",
                        CurveChart.Unit.MONEY,
                        List.of(
                                new CurveLine(
                                        "Equity",
                                        List.of(
                                                point("2026-11-02", 100),
                                                point("2026-11-03", 90),
                                                point("2026-11-06", 110)))));

        // A day of four is a quarter of 1000; 100 is in the middle between 110 (0) and 90 (240).
        assertThat(chart.polylines()).containsExactly("0.0,120.0 250.0,240.0 1000.0,0.0");
        assertThat(chart.summary())
                .isEqualTo(
                        "Equity: from 100.00 on 2026-11-02 to 110.00 on 2026-11-06; lowest 90.00,"
                                + " highest 110.00.");
    }

    @Test
    void keepsTheExtremesOfALongCurve() {
        LocalDate first = LocalDate.parse("2016-01-01");
        List<CurvePoint> points =
                IntStream.range(0, 3_000)
                        .mapToObj(day ->
                                new CurvePoint(first.plusDays(day), day == 1_717 ? -5 : day % 3))
                        .toList();
        var chart =
                new CurveChart(
                        "x", "X", CurveChart.Unit.PERCENT, List.of(new CurveLine("X", points)));

        List<String> drawn = List.of(chart.polylines().getFirst().split(" "));
        assertThat(drawn).hasSizeLessThanOrEqualTo(500).anyMatch(point -> point.endsWith(",240.0"));
    }

    @Test
    void drawsNothingOfOnePoint() {
        var chart =
                new CurveChart(
                        "x",
                        "X",
                        CurveChart.Unit.MONEY,
                        List.of(new CurveLine("X", List.of(point("2026-11-02", 1)))));

        assertThat(chart.isEmpty()).isTrue();
    }

    private static CurvePoint point(String date, double value) {
        return new CurvePoint(LocalDate.parse(date), value);
    }
}
