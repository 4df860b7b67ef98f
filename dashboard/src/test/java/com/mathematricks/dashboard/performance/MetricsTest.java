package com.mathematricks.dashboard.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricsTest {

    /// Half of the tenth decimal.
    private static final Offset<Double> TEN_DECIMALS = within(0.5e-10);

    private static final List<DailyReturn> CHECKED =
            TestReturns.from("2026-11-02", .01, -.02, .03, -.01, .02, 0, -.015, .005, .012, -.008);

    private static Metrics of(double... returns) {
        return Metrics.of(TestReturns.from("2026-11-02", returns), 0);
    }

    private static void is(OptionalDouble value, double expected) {
        assertThat(value).isPresent();
        assertThat(value.getAsDouble()).isCloseTo(expected, TEN_DECIMALS);
    }

    @Test
    void equalsTheCheckValuesToTenDecimals() {
        Metrics metrics = Metrics.of(CHECKED, 0);

        is(metrics.total(), .0230915965);
        is(metrics.cagr(), .7776482915);
        is(metrics.volatility(), .2537936169);
        is(metrics.sharpe(), 2.3830386567);
        is(metrics.sortino(), 4.2891675387);
        is(metrics.maxDrawdown(), -.02);
        is(metrics.valueAtRisk(), -.0238970893);
        is(metrics.conditionalValueAtRisk(), -.0238970893);
        is(metrics.winRate(), .5555555556);
        is(metrics.profitFactor(), 1.4528301887);
        is(metrics.payoff(), 1.1622641509);
        // 0.7776482915 ÷ 0.02
        assertThat(metrics.calmar().orElseThrow()).isCloseTo(38.882414575, within(1e-8));
    }

    @Test
    void takesTheRiskFreeRateOffSharpeAndSortinoAlone() {
        Metrics metrics = Metrics.of(CHECKED, 0.02);

        is(metrics.sharpe(), 2.3050090923);
        is(metrics.sortino(), 4.1269157677);
        is(metrics.volatility(), .2537936169);
        is(metrics.total(), .0230915965);
    }

    @Test
    void meansWhatFallsBelowTheValueAtRisk() {
        // Nineteen times 0 and once −0.1: mean −0.005, deviation 0.02236…, so the value at risk is
        // −0.0417…, and −0.1 alone is below it.
        var returns = new double[20];
        returns[7] = -.1;

        is(of(returns).conditionalValueAtRisk(), -.1);
    }

    @Test
    void measuresDrawdownFromTheStart() {
        // 0.9, then 0.99, then 0.891: 10.9 % below the start.
        is(of(-.1, .1, -.1).maxDrawdown(), -.109);
        is(of(.01, .02).maxDrawdown(), 0);
    }

    @Test
    void knowsNothingOfNoDays() {
        for (MetricLine line : MetricLine.ALL) {
            assertThat(line.of(of())).as(line.name()).isEqualTo("–");
        }
    }

    @Test
    void needsTwoDaysForADeviation() {
        Metrics one = of(.01);

        is(one.total(), .01);
        undefined(
                one,
                Metrics::volatility,
                Metrics::sharpe,
                Metrics::valueAtRisk,
                Metrics::conditionalValueAtRisk);
    }

    @Test
    void dividesByNothing() {
        // All the same, though 0.1 three times does not add up to exactly 0.3.
        undefined(of(.1, .1, .1), Metrics::sharpe, Metrics::sortino, Metrics::calmar);
        undefined(of(.1, .1, .1), Metrics::profitFactor, Metrics::payoff);
        undefined(of(0, 0, 0), Metrics::winRate, Metrics::profitFactor, Metrics::sortino);
        undefined(of(-.1, -.2), Metrics::payoff);
        is(of(0, 0, 0).volatility(), 0);
        is(of(-.1, -.2).profitFactor(), 0);
    }

    @Test
    void survivesTheLossOfEverything() {
        is(of(.1, -1, .1).total(), -1);
        is(of(.1, -1, .1).cagr(), -1);
        is(of(.1, -1, .1).maxDrawdown(), -1);
        // More than all: no rate of growth leads there in two steps of a year.
        undefined(of(-1.5, .1), Metrics::cagr, Metrics::calmar);
    }

    @SafeVarargs
    private static void undefined(Metrics metrics, Function<Metrics, OptionalDouble>... which) {
        for (var metric : which) {
            assertThat(metric.apply(metrics)).isEmpty();
        }
    }

    @Test
    void writesValuesForPeople() {
        assertThat(MetricLine.percent(OptionalDouble.of(.0230915965))).isEqualTo("2.31 %");
        assertThat(MetricLine.percent(OptionalDouble.of(-.00001))).isEqualTo("0.00 %");
        assertThat(MetricLine.percent(OptionalDouble.of(-.125))).isEqualTo("-12.50 %");
        assertThat(MetricLine.number(OptionalDouble.empty(), 2)).isEqualTo("–");
    }
}
