package com.mathematricks.engine.performance;

import com.mathematricks.model.instrument.InstrumentType;
import java.time.DayOfWeek;
import java.time.LocalDate;

/// Which days are closed.
public enum ClosingDays {
    /// Monday to Friday, holidays too.
    WEEKDAYS,
    /// For what trades on every day.
    EVERY_DAY;

    public static ClosingDays of(InstrumentType type) {
        return switch (type) {
            case CRYPTO, PERPETUAL -> EVERY_DAY;
            case STOCK, OPTION, FUTURE, FOREX -> WEEKDAYS;
        };
    }

    public boolean include(LocalDate date) {
        return switch (this) {
            case WEEKDAYS ->
                    date.getDayOfWeek() != DayOfWeek.SATURDAY
                            && date.getDayOfWeek() != DayOfWeek.SUNDAY;
            case EVERY_DAY -> true;
        };
    }
}
