package com.mathematricks.engine.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// When a day is over.
///
/// @param hour 0 to 23, on the clocks of `zone`; where a clock change skips or repeats that hour,
///   the first moment after the gap, or the hour's first time
public record ClosingTimes(int hour, ZoneId zone) {

    public ClosingTimes {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("closing hour " + hour + ": 0 to 23");
        }
    }

    public Instant close(LocalDate date) {
        return date.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    /// The newest day that is over.
    public LocalDate newest(Instant now, ClosingDays days) {
        LocalDate date = now.atZone(zone).toLocalDate();
        while (!days.include(date) || close(date).isAfter(now)) {
            date = date.minusDays(1);
        }
        return date;
    }

    /// The first close after that moment.
    public Instant next(Instant moment, ClosingDays days) {
        LocalDate date = moment.atZone(zone).toLocalDate();
        while (!days.include(date) || !close(date).isAfter(moment)) {
            date = date.plusDays(1);
        }
        return close(date);
    }

    /// How many days to be closed lie between the two, neither counted.
    public static int between(LocalDate first, LocalDate last, ClosingDays days) {
        return first.isBefore(last)
                ? (int) first.plusDays(1).datesUntil(last).filter(days::include).count()
                : 0;
    }
}
