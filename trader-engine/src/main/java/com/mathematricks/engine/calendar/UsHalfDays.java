package com.mathematricks.engine.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;

/// The days before Independence Day and Christmas and the day after Thanksgiving, where they are
/// trading days.
final class UsHalfDays {

    private static final MonthDay JULY_3 = MonthDay.of(Month.JULY, 3);
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(Month.DECEMBER, 24);

    private UsHalfDays() {}

    static Optional<String> on(LocalDate day) {
        if (day.getDayOfWeek() == SATURDAY
                || day.getDayOfWeek() == SUNDAY
                || UsHoliday.keptOn(day).isPresent()) {
            return Optional.empty();
        }
        if (UsHoliday.THANKSGIVING.kept(day.getYear()).equals(Optional.of(day.minusDays(1)))) {
            return Optional.of("the day after Thanksgiving");
        }
        MonthDay date = MonthDay.from(day);
        if (date.equals(JULY_3)) {
            return Optional.of("the day before Independence Day");
        }
        return date.equals(CHRISTMAS_EVE) ? Optional.of("Christmas Eve") : Optional.empty();
    }
}
