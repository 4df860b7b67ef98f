package com.mathematricks.engine.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// CME Globex, by the schedule of its stock index futures, whose early closes are the earliest of
/// its groups (energy and metals go on until 13:30 on holidays). No session on New Year's Day, Good
/// Friday and Christmas Day; on the other holidays trade pauses at noon until the evening's open.
///
/// In a year whose jobs report comes out on Good Friday index futures trade until 8:15; that is not
/// known by rule, so that day counts as closed.
final class GlobexHolidays implements Holidays {

    private static final LocalTime HOLIDAY = LocalTime.of(12, 0);
    private static final LocalTime HALF_DAY = LocalTime.of(12, 15);

    @Override
    public Optional<Holiday> on(LocalDate day) {
        return UsHoliday.keptOn(day)
                .map(GlobexHolidays::holiday)
                .or(() -> UsHalfDays.on(day).map(name -> new Holiday(name, HALF_DAY)));
    }

    private static Holiday holiday(UsHoliday holiday) {
        return switch (holiday) {
            case NEW_YEAR, GOOD_FRIDAY, CHRISTMAS -> Holiday.closed(holiday.text());
            case KING, WASHINGTON, MEMORIAL, JUNETEENTH, INDEPENDENCE, LABOR, THANKSGIVING ->
                    new Holiday(holiday.text(), HOLIDAY);
        };
    }
}
