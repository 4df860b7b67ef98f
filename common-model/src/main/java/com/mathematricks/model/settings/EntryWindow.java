package com.mathematricks.model.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time of the day in which a strategy may open: from its first minute to just before its last,
/// `mon-fri 09:35-15:30 America/New_York`. Without days it is every day's; one that goes over
/// midnight belongs to the day on which it begins.
public record EntryWindow(@JsonValue String text) {

    public static final String FORM =
            "like 09:35-15:30 America/New_York, or mon-fri 09:35-15:30 America/New_York";

    private static final Pattern PATTERN =
            Pattern.compile("(?:(\\S+) )?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d) (\\S+)");

    private record Parts(WeekDays days, LocalTime from, LocalTime to, ZoneId zone) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntryWindow {
        text = text.strip().replaceAll("\\s+", " ");
        Parts parts = parts(text);
        if (parts.from().equals(parts.to())) {
            throw new IllegalArgumentException("'%s' is no time at all".formatted(text));
        }
    }

    public boolean contains(Instant moment) {
        Parts parts = parts(text);
        ZonedDateTime local = moment.atZone(parts.zone());
        LocalTime time = local.toLocalTime();
        boolean begun = !time.isBefore(parts.from()) && parts.days().has(local.getDayOfWeek());
        boolean goesOn = time.isBefore(parts.to());
        if (parts.from().isBefore(parts.to())) {
            return begun && goesOn;
        }
        return begun || (goesOn && parts.days().has(local.minusDays(1).getDayOfWeek()));
    }

    public ZoneId zone() {
        return parts(text).zone();
    }

    private static Parts parts(String text) {
        Matcher found = PATTERN.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("'%s' is not %s".formatted(text, FORM));
        }
        try {
            return new Parts(
                    found.group(1) == null ? WeekDays.ALL : WeekDays.of(found.group(1)),
                    LocalTime.parse(found.group(2)),
                    LocalTime.parse(found.group(3)),
                    ZoneId.of(found.group(4)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s': %s".formatted(text, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
