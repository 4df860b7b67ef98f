package com.mathematricks.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The hours of an ordinary trading day, in the market's own time. Monday to Friday.
///
/// @param eveningBefore true: it opens on the day before, as futures do on Sunday for Monday
record DayHours(LocalTime opens, boolean eveningBefore, LocalTime closes, ZoneId zone) {

    /// @param closing the regular close, or an earlier one
    Session session(LocalDate day, LocalTime closing) {
        LocalDate opening = eveningBefore ? day.minusDays(1) : day;
        return new Session(at(opening, opens), at(day, closing));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    String inWords() {
        return "%s%s to %s %s"
                .formatted(eveningBefore ? "the evening before, " : "", opens, closes, zone);
    }
}
