package com.mathematricks.engine.instrument;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.YearMonth;

/// How the last day of trading follows from a future's contract month. The names are those of the
/// key `expiry` in `instruments.yml`, which explains each.
enum ExpiryRule {
    THIRD_FRIDAY,
    LAST_FRIDAY,
    LAST_BUSINESS_DAY,
    THIRD_LAST_BUSINESS_DAY,
    SEVEN_BEFORE_LAST_BUSINESS_DAY,
    TWO_BEFORE_THIRD_WEDNESDAY,
    BEFORE_15TH,
    THREE_BEFORE_25TH_OF_MONTH_BEFORE,
    FOUR_BEFORE_25TH_OF_MONTH_BEFORE,
    THIRD_LAST_BUSINESS_DAY_OF_MONTH_BEFORE;

    LocalDate lastTradingDay(YearMonth month) {
        LocalDate first = month.atDay(1);
        return switch (this) {
            case THIRD_FRIDAY -> first.with(dayOfWeekInMonth(3, FRIDAY));
            case LAST_FRIDAY -> first.with(lastInMonth(FRIDAY));
            case LAST_BUSINESS_DAY -> BusinessDays.fromEnd(month, 1);
            case THIRD_LAST_BUSINESS_DAY -> BusinessDays.fromEnd(month, 3);
            case SEVEN_BEFORE_LAST_BUSINESS_DAY -> BusinessDays.fromEnd(month, 8);
            case TWO_BEFORE_THIRD_WEDNESDAY ->
                    BusinessDays.before(first.with(dayOfWeekInMonth(3, WEDNESDAY)), 2);
            case BEFORE_15TH -> BusinessDays.before(month.atDay(15), 1);
            case THREE_BEFORE_25TH_OF_MONTH_BEFORE -> before25th(month, 3);
            case FOUR_BEFORE_25TH_OF_MONTH_BEFORE -> before25th(month, 4);
            case THIRD_LAST_BUSINESS_DAY_OF_MONTH_BEFORE ->
                    BusinessDays.fromEnd(month.minusMonths(1), 3);
        };
    }

    // Where the 25th is no business day, the days are counted from the business day before it.
    private static LocalDate before25th(YearMonth month, int count) {
        LocalDate business = BusinessDays.before(month.minusMonths(1).atDay(26), 1);
        return BusinessDays.before(business, count);
    }
}
