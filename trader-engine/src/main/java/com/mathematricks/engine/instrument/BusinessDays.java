package com.mathematricks.engine.instrument;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/// Monday to Friday. Exchange holidays are not known here, so a day counted back over one is up to
/// two days later than the exchange's.
final class BusinessDays {

    private BusinessDays() {}

    private static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /// The `count`th business day before `day`; `day` itself does not count.
    static LocalDate before(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; ) {
            found = found.minusDays(1);
            if (isBusinessDay(found)) {
                left--;
            }
        }
        return found;
    }

    /// The `count`th last business day of the month; 1 is the last.
    static LocalDate fromEnd(YearMonth month, int count) {
        return before(month.plusMonths(1).atDay(1), count);
    }
}
