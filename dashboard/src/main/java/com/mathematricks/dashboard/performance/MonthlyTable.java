package com.mathematricks.dashboard.performance;

import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Returns by month and year, each by compounding its days.
public final class MonthlyTable {

    /// @param months January first; empty where the month has no day
    /// @param total of the year
    public record Year(int year, List<OptionalDouble> months, OptionalDouble total) {

        public Year {
            months = List.copyOf(months);
        }

        /// The months, then the year.
        public List<Cell> cells() {
            return Stream.concat(months.stream(), Stream.of(total)).map(Cell::of).toList();
        }
    }

    /// @param tone the class of the style sheet: `gain`, `loss` or none
    public record Cell(String text, String tone) {

        static Cell of(OptionalDouble value) {
            String tone = value.stream().mapToObj(Cell::tone).findFirst().orElse("");
            return new Cell(MetricLine.percent(value), tone);
        }

        private static String tone(double value) {
            if (value == 0) {
                return "";
            }
            return value > 0 ? "gain" : "loss";
        }
    }

    private MonthlyTable() {}

    /// The newest year first.
    public static List<Year> of(List<DailyReturn> returns) {
        var byYear =
                returns.stream()
                        .collect(
                                Collectors.groupingBy(
                                        day -> day.date().getYear(),
                                        () -> new TreeMap<>(Comparator.<Integer>reverseOrder()),
                                        Collectors.toList()));
        var years = new ArrayList<Year>();
        byYear.forEach((year, days) ->
                years.add(
                        new Year(
                                year,
                                Stream.of(Month.values())
                                        .map(month ->
                                                compounded(
                                                        days,
                                                        day -> day.date().getMonth() == month))
                                        .toList(),
                                compounded(days, _ -> true))));
        return years;
    }

    private static OptionalDouble compounded(List<DailyReturn> days, Predicate<DailyReturn> which) {
        List<DailyReturn> chosen = days.stream().filter(which).toList();
        return Metrics.of(chosen, 0).total();
    }
}
