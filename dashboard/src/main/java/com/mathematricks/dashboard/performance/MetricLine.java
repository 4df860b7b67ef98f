package com.mathematricks.dashboard.performance;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/// A metric as pages show it.
///
/// @param definition in words
public record MetricLine(
        String name, Function<Metrics, OptionalDouble> metric, Unit unit, String definition) {

    /// What stands for a value that is not defined.
    public static final String UNDEFINED = "–";

    /// How a value is written.
    public enum Unit {
        PERCENT,
        RATIO
    }

    public static final List<MetricLine> ALL =
            List.of(
                    percent(
                            "Total return",
                            Metrics::total,
                            "All daily returns compounded: the product of (1 + r), less 1."),
                    percent(
                            "Growth a year (CAGR)",
                            Metrics::cagr,
                            "The total return as a steady rate for 252 days."),
                    percent(
                            "Volatility a year",
                            Metrics::volatility,
                            "The standard deviation of the daily returns (n − 1), times √252."),
                    ratio(
                            "Sharpe ratio",
                            Metrics::sharpe,
                            "Mean daily return above the risk-free rate, divided by the standard"
                                    + " deviation, times √252."),
                    ratio(
                            "Sortino ratio",
                            Metrics::sortino,
                            "The same, divided by the deviation of the days below the risk-free"
                                    + " rate alone."),
                    percent(
                            "Deepest drawdown",
                            Metrics::maxDrawdown,
                            "The furthest below the highest point so far, beginning with the"
                                    + " start."),
                    ratio(
                            "Calmar ratio",
                            Metrics::calmar,
                            "Growth a year divided by the deepest drawdown."),
                    percent(
                            "Value at risk, 95 %",
                            Metrics::valueAtRisk,
                            "The return that one day in twenty falls below, if returns are spread"
                                    + " normally."),
                    percent(
                            "Expected shortfall (CVaR)",
                            Metrics::conditionalValueAtRisk,
                            "The mean of the days below the value at risk; where there was none,"
                                    + " that value."),
                    percent(
                            "Winning days",
                            Metrics::winRate,
                            "Days with a gain among all days that were not flat."),
                    ratio(
                            "Profit factor",
                            Metrics::profitFactor,
                            "The sum of all gains divided by the sum of all losses."),
                    ratio("Payoff", Metrics::payoff, "The mean gain divided by the mean loss."),
                    percent("Best day", Metrics::best, "The highest daily return."),
                    percent("Worst day", Metrics::worst, "The lowest daily return."));

    private static MetricLine percent(
            String name, Function<Metrics, OptionalDouble> metric, String definition) {
        return new MetricLine(name, metric, Unit.PERCENT, definition);
    }

    private static MetricLine ratio(
            String name, Function<Metrics, OptionalDouble> metric, String definition) {
        return new MetricLine(name, metric, Unit.RATIO, definition);
    }

    public String of(Metrics metrics) {
        OptionalDouble value = metric.apply(metrics);
        return switch (unit) {
            case PERCENT -> percent(value);
            case RATIO -> number(value, 2);
        };
    }

    /// With two decimals.
    public static String percent(OptionalDouble fraction) {
        return fraction.isPresent()
                ? number(OptionalDouble.of(fraction.getAsDouble() * 100), 2) + " %"
                : UNDEFINED;
    }

    static String number(OptionalDouble value, int decimals) {
        if (value.isEmpty()) {
            return UNDEFINED;
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble());
        boolean zero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        // Rounded to nothing from below: no sign before a zero.
        return zero && text.startsWith("-") ? text.substring(1) : text;
    }
}
