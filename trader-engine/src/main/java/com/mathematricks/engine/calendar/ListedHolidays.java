package com.mathematricks.engine.calendar;

import com.mathematricks.engine.table.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Days off that follow from no rule, as `calendars.yml` lists them.
///
/// @param source whose list it is
/// @param stated the day that it was stated
/// @param knownUntil the last day that the list, or the rules beside it, were published for
record ListedHolidays(
        String source, LocalDate stated, LocalDate knownUntil, Map<LocalDate, Holiday> days)
        implements Holidays {

    ListedHolidays {
        days = Map.copyOf(days);
    }

    static ListedHolidays of(Row row) {
        row.only("calendar", "source", "date", "known_until", "days");
        return new ListedHolidays(
                row.requiredText("source"),
                date(row, "date"),
                date(row, "known_until"),
                row.rows("days").stream()
                        .collect(
                                Collectors.toMap(
                                        day -> date(day, "day"), ListedHolidays::holiday)));
    }

    private static Holiday holiday(Row row) {
        row.only("day", "name", "closes");
        try {
            return new Holiday(
                    row.requiredText("name"),
                    row.text("closes").map(LocalTime::parse).orElse(null));
        } catch (DateTimeException e) {
            throw row.fault("closes", e.getMessage() + "; a time like 13:00 is expected");
        }
    }

    private static LocalDate date(Row row, String key) {
        try {
            return LocalDate.parse(row.requiredText(key));
        } catch (DateTimeException e) {
            throw row.fault(key, e.getMessage() + "; a day like 2026-11-23 is expected");
        }
    }

    @Override
    public Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }
}
