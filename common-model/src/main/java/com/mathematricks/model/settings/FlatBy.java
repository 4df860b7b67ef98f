package com.mathematricks.model.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The time of the day at which a strategy is closed, `mon-fri 15:55 America/New_York`; without
/// days every day. From then to midnight there it opens nothing.
public record FlatBy(@JsonValue String text) {

    public static final String FORM =
            "like 15:55 America/New_York, or mon-fri 15:55 America/New_York";

    private static final Pattern PATTERN = Pattern.compile("(?:(\\S+) )?(\\d\\d:\\d\\d) (\\S+)");
    private static final int DAYS_OF_A_WEEK_AND_TODAY = 8;

    private record Parts(WeekDays days, LocalTime time, ZoneId zone) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FlatBy {
        text = text.strip().replaceAll("\\s+", " ");
        parts(text);
    }

    /// The last time that came.
    public Instant newest(Instant now) {
        Parts parts = parts(text);
        LocalDate today = now.atZone(parts.zone()).toLocalDate();
        return Stream.iterate(today, day -> day.minusDays(1))
                .limit(DAYS_OF_A_WEEK_AND_TODAY)
                .filter(day -> parts.days().has(day.getDayOfWeek()))
                .map(day -> day.atTime(parts.time()).atZone(parts.zone()).toInstant())
                .filter(time -> !time.isAfter(now))
                .findFirst()
                .orElseThrow();
    }

    /// True from the time of the day to its midnight.
    public boolean isPast(Instant now) {
        return day(newest(now)).equals(day(now));
    }

    /// The day that it is there.
    public LocalDate day(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
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
                    ZoneId.of(found.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s': %s".formatted(text, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
