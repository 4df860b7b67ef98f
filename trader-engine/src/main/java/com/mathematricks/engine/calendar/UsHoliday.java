package com.mathematricks.engine.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Optional;

/// The ten holidays of the exchanges of the United States, by their rules.
enum UsHoliday {
    NEW_YEAR("New Year's Day"),
    KING("Martin Luther King Jr. Day"),
    WASHINGTON("Washington's Birthday"),
    GOOD_FRIDAY("Good Friday"),
    MEMORIAL("Memorial Day"),
    JUNETEENTH("Juneteenth"),
    INDEPENDENCE("Independence Day"),
    LABOR("Labor Day"),
    THANKSGIVING("Thanksgiving Day"),
    CHRISTMAS("Christmas Day");

    private final String text;

    UsHoliday(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /// The one that the exchanges keep on that day.
    static Optional<UsHoliday> keptOn(LocalDate day) {
        return Arrays.stream(values())
                .filter(holiday -> holiday.kept(day.getYear()).equals(Optional.of(day)))
                .findFirst();
    }

    /// A fixed date that falls on a Sunday is kept on Monday, on a Saturday on Friday; New Year's
    /// Day on a Saturday is not kept at all (NYSE rule 7.2), since its Friday ends the year.
    Optional<LocalDate> kept(int year) {
        LocalDate day = in(year);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> this == NEW_YEAR ? Optional.empty() : Optional.of(day.minusDays(1));
            case SUNDAY -> Optional.of(day.plusDays(1));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> Optional.of(day);
        };
    }

    private LocalDate in(int year) {
        return switch (this) {
            case NEW_YEAR -> LocalDate.of(year, Month.JANUARY, 1);
            case KING -> first(year, Month.JANUARY).with(dayOfWeekInMonth(3, MONDAY));
            case WASHINGTON -> first(year, Month.FEBRUARY).with(dayOfWeekInMonth(3, MONDAY));
            case GOOD_FRIDAY -> Easter.sunday(year).minusDays(2);
            case MEMORIAL -> first(year, Month.MAY).with(lastInMonth(MONDAY));
            case JUNETEENTH -> LocalDate.of(year, Month.JUNE, 19);
            case INDEPENDENCE -> LocalDate.of(year, Month.JULY, 4);
            case LABOR -> first(year, Month.SEPTEMBER).with(dayOfWeekInMonth(1, MONDAY));
            case THANKSGIVING -> first(year, Month.NOVEMBER).with(dayOfWeekInMonth(4, THURSDAY));
            case CHRISTMAS -> LocalDate.of(year, Month.DECEMBER, 25);
        };
    }

    private static LocalDate first(int year, Month month) {
        return LocalDate.of(year, month, 1);
    }
}
