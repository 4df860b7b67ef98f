package com.mathematricks.engine.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a market that closes trades: at most one session a day, Monday to Friday.
///
/// @param name for a person, for example `US stocks`
/// @param knownUntil the last day whose holidays were published; null: it has none
public record MarketCalendar(
        String name, DayHours hours, Holidays holidays, @Nullable LocalDate knownUntil) {

    /// No market that is here is closed for longer.
    private static final int DAYS = 21;

    public MarketStatus at(Instant now) {
        LocalDate day = now.atZone(hours.zone()).toLocalDate();
        String doubt = doubt(day);
        return sessions(day)
                .filter(session -> session.contains(now))
                .findFirst()
                .<MarketStatus>map(session ->
                        new MarketStatus.Open(
                                "%s trade until %s".formatted(name, Moment.of(end(session))),
                                doubt))
                .orElseGet(() -> closed(day, now, doubt));
    }

    private MarketStatus closed(LocalDate day, Instant now, @Nullable String doubt) {
        Instant opens =
                sessions(day)
                        .map(Session::opens)
                        .filter(open -> open.isAfter(now))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException(name + " never open after " + now));
        String why =
                holidays.on(day)
                        .map(Holiday::name)
                        .orElseGet(() -> "Monday to Friday, " + hours.inWords());
        return new MarketStatus.Closed(
                "%s are closed (%s) and open at %s".formatted(name, why, Moment.of(opens)),
                opens,
                doubt);
    }

    /// The first close of a session after that moment.
    public Instant closeAfter(Instant moment) {
        return sessions(moment.atZone(hours.zone()).toLocalDate())
                .map(Session::closes)
                .filter(close -> close.isAfter(moment))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(name + " never close after " + moment));
    }

    /// From the day before, whose session may go on, or whose day after begins in its evening.
    private Stream<Session> sessions(LocalDate day) {
        return Stream.iterate(day.minusDays(1), next -> next.plusDays(1))
                .limit(DAYS)
                .map(this::session)
                .flatMap(Optional::stream);
    }

    Optional<Session> session(LocalDate day) {
        if (day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY) {
            return Optional.empty();
        }
        Optional<Holiday> holiday = holidays.on(day);
        if (holiday.isEmpty()) {
            return Optional.of(hours.session(day, hours.closes()));
        }
        return holiday.map(Holiday::closes).map(closes -> hours.session(day, closes));
    }

    /// Sessions that follow without a pause are one.
    private Instant end(Session session) {
        Instant end = session.closes();
        for (int more = 0; more < DAYS; more++) {
            Instant close = end;
            Optional<Session> next =
                    session(close.atZone(hours.zone()).toLocalDate().plusDays(1))
                            .filter(following -> following.opens().equals(close));
            if (next.isEmpty()) {
                return end;
            }
            end = next.get().closes();
        }
        return end;
    }

    private @Nullable String doubt(LocalDate day) {
        return knownUntil != null && day.isAfter(knownUntil)
                ? "the holidays of %s are known until %s only: this is by its ordinary week"
                        .formatted(name, knownUntil)
                : null;
    }
}
