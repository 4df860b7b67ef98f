package com.mathematricks.dashboard.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// Returns of days that follow each other.
final class TestReturns {

    private TestReturns() {}

    static List<DailyReturn> from(String date, double... values) {
        LocalDate first = LocalDate.parse(date);
        return IntStream.range(0, values.length)
                .mapToObj(day -> new DailyReturn(first.plusDays(day), values[day]))
                .toList();
    }
}
