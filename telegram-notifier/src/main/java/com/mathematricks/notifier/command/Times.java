package com.mathematricks.notifier.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times in a chat: UTC, and only the hour where it was today.
final class Times {

    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter BEFORE =
            DateTimeFormatter.ofPattern("dd MMM HH:mm", Locale.ENGLISH);

    private Times() {}

    static String shown(@Nullable Date time, Clock clock) {
        if (time == null) {
            return "–";
        }
        ZonedDateTime utc = time.toInstant().atZone(ZoneOffset.UTC);
        boolean today =
                utc.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return utc.format(today ? TODAY : BEFORE);
    }
}
