package com.mathematricks.dashboard.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// How alike two strategies' days are: Pearson's coefficient of the returns on the days that both
/// have.
///
/// @param coefficient −1 to 1; empty with less than two common days, or where one of them never
///   changed on these
public record Correlation(int commonDays, OptionalDouble coefficient) {

    /// From here on a coefficient is coloured.
    private static final double TELLING = 0.5;

    /// A row for each series, in their order, with a value for each of them.
    public static List<List<Correlation>> matrix(List<List<DailyReturn>> series) {
        List<Map<LocalDate, Double>> byDate =
                series.stream()
                        .map(returns ->
                                returns.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        DailyReturn::date,
                                                        DailyReturn::value,
                                                        (_, later) -> later)))
                        .toList();
        return byDate.stream()
                .map(row -> byDate.stream().map(column -> of(row, column)).toList())
                .toList();
    }

    public String shown() {
        return MetricLine.number(coefficient, 2);
    }

    /// The class of the style sheet: `alike`, `opposite` or none.
    public String tone() {
        double value = coefficient.orElse(0);
        if (Math.abs(value) < TELLING) {
            return "";
        }
        return value > 0 ? "alike" : "opposite";
    }

    private static Correlation of(Map<LocalDate, Double> one, Map<LocalDate, Double> other) {
        var first = new ArrayList<Double>();
        var second = new ArrayList<Double>();
        one.forEach((date, value) -> {
            Double same = other.get(date);
            if (same != null) {
                first.add(value);
                second.add(same);
            }
        });
        return new Correlation(first.size(), pearson(first, second));
    }

    private static OptionalDouble pearson(List<Double> first, List<Double> second) {
        if (first.size() < 2 || isConstant(first) || isConstant(second)) {
            return OptionalDouble.empty();
        }
        double meanOfFirst = mean(first);
        double meanOfSecond = mean(second);
        double together = 0;
        double ofFirst = 0;
        double ofSecond = 0;
        for (int day = 0; day < first.size(); day++) {
            double a = first.get(day) - meanOfFirst;
            double b = second.get(day) - meanOfSecond;
            together += a * b;
            ofFirst += a * a;
            ofSecond += b * b;
        }
        double coefficient = together / Math.sqrt(ofFirst * ofSecond);
        return Double.isFinite(coefficient)
                ? OptionalDouble.of(Math.clamp(coefficient, -1, 1))
                : OptionalDouble.empty();
    }

    private static boolean isConstant(List<Double> values) {
        return values.stream().allMatch(values.getFirst()::equals);
    }

    private static double mean(List<Double> values) {
        return values.stream().collect(Collectors.averagingDouble(Double::doubleValue));
    }
}
