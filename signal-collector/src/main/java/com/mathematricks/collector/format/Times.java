package com.mathematricks.collector.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/// Points in time as senders write them.
final class Times {

    private static final String ACCEPTED =
            "a time in ISO 8601, or seconds or milliseconds since 1970";
    private static final String CURE = "write it as 2026-11-23T14:30:00Z";
    private static final BigDecimal FIRST_MILLISECONDS = new BigDecimal("100000000000");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern COMPACT = Pattern.compile("\\d{8}");

    private Times() {}

    /// A time without a zone is UTC, as TradingView's are.
    static Instant instant(Field field) {
        if (field.value() instanceof Instant instant) {
            return plausible(field, instant);
        }
        String text = field.text(ACCEPTED);
        return plausible(field, Numbers.isNumber(text) ? sinceEpoch(field) : iso(field, text));
    }

    private static Instant iso(Field field, String text) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text.replaceFirst("(?<=\\d) (?=\\d)", "T"),
                            OffsetDateTime::from,
                            LocalDateTime::from);
            return switch (time) {
                case OffsetDateTime zoned -> zoned.toInstant();
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                default -> throw new IllegalStateException("time " + time);
            };
        } catch (DateTimeException e) {
            throw field.wrong(ACCEPTED, CURE);
        }
    }

    private static Instant sinceEpoch(Field field) {
        BigDecimal number = Numbers.positive(field);
        BigDecimal seconds =
                number.compareTo(FIRST_MILLISECONDS) < 0 ? number : number.movePointLeft(3);
        if (seconds.compareTo(FIRST_MILLISECONDS) >= 0) {
            throw field.wrong(ACCEPTED, CURE);
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        // Beyond nanoseconds is cut.
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }

    private static Instant plausible(Field field, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw field.wrong("a time between the years 2000 and 2100", CURE);
        }
        return instant;
    }

    /// An expiry that is not over yet. A day is over when it is over everywhere on earth.
    static LocalDate expiry(Field field, Instant now) {
        LocalDate date = date(field);
        if (date.isBefore(LocalDate.ofInstant(now, ZoneOffset.ofHours(-12)))) {
            throw field.wrong("a day that is not past", "send the contract that trades now");
        }
        return date;
    }

    private static LocalDate date(Field field) {
        String accepted = "a day as 2028-01-21 or 20280121";
        if (field.value() instanceof Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
        String text = field.text(accepted);
        try {
            return COMPACT.matcher(text).matches()
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw field.wrong(
                    accepted,
                    "name the expiry itself, since relative ones need an option chain, which no broker gives yet");
        }
    }
}
