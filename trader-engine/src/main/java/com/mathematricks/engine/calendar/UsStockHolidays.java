package com.mathematricks.engine.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// NYSE, Nasdaq and the US option exchanges: closed on all ten holidays, closing early on half
/// days.
///
/// @param halfDayCloses 13:00; 17:00 for the extended session
record UsStockHolidays(LocalTime halfDayCloses) implements Holidays {

    @Override
    public Optional<Holiday> on(LocalDate day) {
        return UsHoliday.keptOn(day)
                .map(holiday -> Holiday.closed(holiday.text()))
                .or(() -> UsHalfDays.on(day).map(name -> new Holiday(name, halfDayCloses)));
    }
}
