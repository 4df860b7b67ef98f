package com.mathematricks.dashboard.performance;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// The metrics of a series of daily returns, as QuantStats defines them: 252 days a year, sample
/// standard deviation. What is not defined is empty, never 0.
public final class Metrics {

    static final int DAYS_A_YEAR = 252;

    /// Where the normal distribution has 5 % on its left: Φ⁻¹(0.05).
    private static final double FIVE_PERCENT = -1.6448536269514729;

    private final double[] returns;
    private final double riskFreeDaily;

    private Metrics(double[] returns, double riskFreeDaily) {
        this.returns = returns;
        this.riskFreeDaily = riskFreeDaily;
    }

    /// @param riskFree a year, as a fraction; counts in Sharpe and Sortino
    public static Metrics of(List<DailyReturn> returns, double riskFree) {
        return new Metrics(
                returns.stream().mapToDouble(DailyReturn::value).toArray(),
                Math.pow(1 + riskFree, 1.0 / DAYS_A_YEAR) - 1);
    }

    public int days() {
        return returns.length;
    }

    public OptionalDouble total() {
        return defined(
                returns.length > 0,
                DoubleStream.of(returns).map(r -> 1 + r).reduce(1, (a, b) -> a * b) - 1);
    }

    /// Not defined where more than all was lost: no rate leads there.
    public OptionalDouble cagr() {
        double exponent = (double) DAYS_A_YEAR / days();
        return map(total(), total -> total < -1 ? Double.NaN : Math.pow(1 + total, exponent) - 1);
    }

    public OptionalDouble volatility() {
        return map(deviation(), s -> s * Math.sqrt(DAYS_A_YEAR));
    }

    public OptionalDouble sharpe() {
        return map(deviation(), s -> (mean() - riskFreeDaily) / s * Math.sqrt(DAYS_A_YEAR));
    }

    public OptionalDouble sortino() {
        double squares =
                DoubleStream.of(returns)
                        .map(r -> Math.min(r - riskFreeDaily, 0))
                        .map(r -> r * r)
                        .sum();
        return defined(
                days() > 0,
                (mean() - riskFreeDaily) / Math.sqrt(squares / days()) * Math.sqrt(DAYS_A_YEAR));
    }

    /// Zero or below it.
    public OptionalDouble maxDrawdown() {
        return DoubleStream.of(Drawdown.depths(returns)).min();
    }

    public OptionalDouble calmar() {
        OptionalDouble depth = maxDrawdown();
        return depth.isPresent()
                ? map(cagr(), cagr -> cagr / Math.abs(depth.getAsDouble()))
                : depth;
    }

    /// What a day loses more than in one of twenty, if returns are normal.
    public OptionalDouble valueAtRisk() {
        return map(deviation(), s -> mean() + s * FIVE_PERCENT);
    }

    /// The mean of what was below the value at risk; where nothing was, that value itself.
    public OptionalDouble conditionalValueAtRisk() {
        OptionalDouble valueAtRisk = valueAtRisk();
        if (valueAtRisk.isEmpty()) {
            return valueAtRisk;
        }
        OptionalDouble beyond = meanOf(r -> r < valueAtRisk.getAsDouble());
        return beyond.isPresent() ? beyond : valueAtRisk;
    }

    public OptionalDouble winRate() {
        return defined(days() > 0, (double) count(r -> r > 0) / count(r -> r != 0));
    }

    public OptionalDouble profitFactor() {
        double losses = DoubleStream.of(returns).filter(r -> r < 0).sum();
        return defined(
                days() > 0, DoubleStream.of(returns).filter(r -> r > 0).sum() / Math.abs(losses));
    }

    public OptionalDouble payoff() {
        OptionalDouble loss = meanOf(r -> r < 0);
        return loss.isPresent()
                ? map(meanOf(r -> r > 0), win -> win / Math.abs(loss.getAsDouble()))
                : loss;
    }

    public OptionalDouble best() {
        return DoubleStream.of(returns).max();
    }

    public OptionalDouble worst() {
        return DoubleStream.of(returns).min();
    }

    private double mean() {
        return DoubleStream.of(returns).sum() / days();
    }

    /// Exactly 0 where all returns are the same, whatever rounding makes of their mean.
    private OptionalDouble deviation() {
        if (days() < 2) {
            return OptionalDouble.empty();
        }
        if (best().equals(worst())) {
            return OptionalDouble.of(0);
        }
        double mean = mean();
        double squares = DoubleStream.of(returns).map(r -> (r - mean) * (r - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (days() - 1)));
    }

    private long count(DoublePredicate which) {
        return DoubleStream.of(returns).filter(which).count();
    }

    private OptionalDouble meanOf(DoublePredicate which) {
        return DoubleStream.of(returns).filter(which).average();
    }

    private static OptionalDouble map(OptionalDouble value, DoubleUnaryOperator formula) {
        return value.isPresent()
                ? defined(true, formula.applyAsDouble(value.getAsDouble()))
                : value;
    }

    /// A division by zero is no number, and so not defined.
    private static OptionalDouble defined(boolean known, double value) {
        return known && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
