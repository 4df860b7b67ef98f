package com.mathematricks.engine;

import com.mathematricks.engine.calendar.MarketCalendar;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.instrument.InstrumentId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A calendar of something that is held or ordered, whose published holidays end soon: told once.
record CalendarEnds(String calendar, LocalDate end) {

    private static final int DAYS_BEFORE = 60;

    static List<CalendarEnds> of(Situation situation) {
        LocalDate soon = situation.now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_BEFORE);
        return instruments(situation)
                .distinct()
                .map(situation.book()::instrument)
                .flatMap(Optional::stream)
                .flatMap(instrument -> ending(instrument, situation).stream())
                .filter(ends -> !ends.end().isAfter(soon))
                .distinct()
                .toList();
    }

    private static Stream<InstrumentId> instruments(Situation situation) {
        return Stream.concat(
                situation.book().working().map(order -> order.terms().instrument()),
                situation.book().positions().stream()
                        .filter(position -> !position.quantity().isFlat())
                        .map(Position::key)
                        .map(key -> key.instrument()));
    }

    private static Optional<CalendarEnds> ending(Instrument instrument, Situation situation) {
        return situation
                .calendars()
                .of(instrument.type(), instrument.exchange(), false)
                .flatMap(CalendarEnds::end);
    }

    private static Optional<CalendarEnds> end(MarketCalendar calendar) {
        return Optional.ofNullable(calendar.knownUntil())
                .map(end -> new CalendarEnds(calendar.name(), end));
    }

    /// Of the journal's entry.
    String key() {
        return "calendar:%s|%s".formatted(calendar, end);
    }

    Optional<Draft> told(Situation situation) {
        return situation.book().knowsFill(key())
                ? Optional.empty()
                : Optional.of(
                        new Draft(
                                EntryKind.NOTED,
                                key(),
                                null,
                                List.of(
                                        new Change.Noted(
                                                "CALENDAR_ENDS",
                                                "The holidays of %s are known until %s. From then on every weekday counts as open: update before"
                                                        .formatted(calendar, end),
                                                null,
                                                null))));
    }
}
