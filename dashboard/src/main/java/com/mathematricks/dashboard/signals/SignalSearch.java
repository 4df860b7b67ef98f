package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.RefusedParameterException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What a person looks for among the signals, as typed into the form; an empty field asks nothing.
///
/// @param typed by the name of the form's field
record SignalSearch(Map<String, String> typed, @Nullable String cursor, int limit) {

    static final String STRATEGY = "strategy";
    static final String STATUS = "status";
    static final String KIND = "kind";
    static final String INSTRUMENT = "instrument";
    static final String FROM = "from";
    static final String TO = "to";

    private static final Set<String> FIELDS = Set.of(STRATEGY, STATUS, KIND, INSTRUMENT, FROM, TO);

    /// What the engine answered; the other statuses are the collector's.
    private static final Set<String> OUTCOMES = Set.of("APPROVED", "PARTLY", "DENIED");

    SignalSearch {
        typed = Map.copyOf(typed);
    }

    /// Throws RefusedParameterException where there is no such field.
    static SignalSearch of(MultiValueMap<String, String> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        var paging = new LinkedMultiValueMap<String, String>();
        parameters.forEach((name, values) -> {
            if (FIELDS.contains(name) && values.size() == 1) {
                if (!values.getFirst().isBlank()) {
                    typed.put(name, values.getFirst().strip());
                }
            } else {
                paging.put(name, values);
            }
        });
        ListQuery query = ListQuery.of(paging, List.of());
        return new SignalSearch(typed, query.cursor(), query.limit());
    }

    SignalSearch from(@Nullable String place, int most) {
        return new SignalSearch(typed, place, most);
    }

    boolean isNarrowed() {
        return !typed.isEmpty();
    }

    /// What an index answers.
    Document selection() {
        var selection = new Document();
        String strategy = typed.get(STRATEGY);
        String status = typed.get(STATUS);
        if (strategy != null) {
            selection.append("intake.strategy", strategy);
        } else if (status != null && !OUTCOMES.contains(status)) {
            selection.append("intake.status", status);
        }
        return selection;
    }

    /// The first instant that is looked at; null: from the first signal.
    @Nullable Instant since() {
        return day(FROM, 0);
    }

    /// The first instant that is not looked at any more; null: to the newest signal.
    @Nullable Instant until() {
        return day(TO, 1);
    }

    private @Nullable Instant day(String field, int daysLater) {
        String day = typed.get(field);
        if (day == null) {
            return null;
        }
        try {
            return LocalDate.parse(day)
                    .plusDays(daysLater)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new RefusedParameterException(field, day, "a day like 2026-11-23", e);
        }
    }

    /// What is left to look at in each document.
    Predicate<Document> wanted() {
        Predicate<Document> wanted = document -> document.get("intake") instanceof Document;
        String status = typed.get(STATUS);
        if (status != null) {
            wanted = wanted.and(document -> status.equals(status(intake(document), status)));
        }
        String kind = typed.get(KIND);
        if (kind != null) {
            wanted = wanted.and(document -> kind.equals(intake(document).get("format")));
        }
        String instrument = typed.get(INSTRUMENT);
        if (instrument != null) {
            Predicate<String> named = word(instrument);
            wanted = wanted.and(document -> named.test(ReceivedSignal.raw(document)));
        }
        return wanted;
    }

    private static @Nullable Object status(Document intake, String status) {
        return OUTCOMES.contains(status)
                ? intake.get("answer", new Document()).get("outcome")
                : intake.get("status");
    }

    private static Document intake(Document document) {
        return document.get("intake", Document.class);
    }

    /// `AAPL` is in `NASDAQ:AAPL`, not in `AAPLX`.
    private static Predicate<String> word(String instrument) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(instrument) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE)
                .asPredicate();
    }
}
