package com.mathematricks.engine.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A time of a market for a person: to the minute, as markets open and close.
public final class Moment {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Moment() {}

    /// `2026-11-23 14:30 UTC`
    public static String of(Instant instant) {
        return MINUTE.format(instant);
    }
}
