package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.OrderWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/// A signal in words, for the page.
public record SignalRow(SignalStory story) {

    private static final int SHOWN_RAW = 220;

    /// What may stand in a path as it is; other keys travel in the query.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:~ -]*");

    /// How it ended, and the colour for that.
    public enum Verdict {
        APPROVED("Approved", "good"),
        PARTLY("Partly approved", "warn"),
        ALREADY_THERE("Nothing to do", "muted"),
        WAITS_FOR_OPEN("Waits for the open", "warn"),
        DENIED_AT_OPEN("Denied at the open", "bad"),
        DENIED("Denied", "bad"),
        REFUSED("Refused", "bad"),
        REPEAT("Repeat", "muted"),
        WAITING("Waiting", "warn"),
        PARKED("Parked", "bad"),
        NOT_TRADED("Not traded", "muted");

        private final String words;
        private final String tone;

        Verdict(String words, String tone) {
            this.words = words;
            this.tone = tone;
        }

        public String words() {
            return words;
        }

        public String tone() {
            return tone;
        }
    }

    public Verdict verdict() {
        Decision decision = story.decision();
        if (decision != null) {
            return verdict(decision);
        }
        return switch (String.valueOf(story.status())) {
            case "RECEIVED", "WAITING", "DECIDED" -> Verdict.WAITING;
            case "REFUSED" -> Verdict.REFUSED;
            case "REPEAT" -> Verdict.REPEAT;
            case "PARKED" -> Verdict.PARKED;
            default -> Verdict.NOT_TRADED;
        };
    }

    private Verdict verdict(Decision decision) {
        return switch (String.valueOf(decision.outcome())) {
            case "APPROVED" ->
                    switch (String.valueOf(decision.code())) {
                        case "ALREADY_THERE" -> Verdict.ALREADY_THERE;
                        case "WAITS_FOR_OPEN" -> waited(decision);
                        default -> Verdict.APPROVED;
                    };
            case "PARTLY" -> Verdict.PARTLY;
            default -> Verdict.DENIED;
        };
    }

    private Verdict waited(Decision decision) {
        Decision.AtOpen open = decision.atOpen();
        if (open != null) {
            return open.passed() ? Verdict.APPROVED : Verdict.DENIED_AT_OPEN;
        }
        return story.orders().stream().anyMatch(order -> order.waitsUntil() != null)
                ? Verdict.WAITS_FOR_OPEN
                : Verdict.APPROVED;
    }

    /// Why, in words.
    public String why() {
        Decision decision = story.decision();
        if (decision != null && decision.reason() != null) {
            return decision.reason();
        }
        SignalError error = story.error();
        if (error != null) {
            return words(error);
        }
        return switch (String.valueOf(story.status())) {
            case "RECEIVED" -> "Stored; on its way to the engine.";
            case "WAITING" -> "Waits for an earlier signal of its strategy.";
            case "DECIDED" -> "Decided; the reasons are not written yet.";
            case "REPEAT" -> "The same message came before and was not traded again.";
            case "PARKED" -> "The engine failed on it five times; the log of the engine says why.";
            case "SEEN_BEFORE_START" -> "Was stored before the very first start.";
            case "OTHER_ENVIRONMENT" -> "Is meant for another environment.";
            case "RESTORED" ->
                    "Came back with a backup, in which it had no outcome. What came after the backup is unknown: it may have been traded then. It is not traded unless you send it again.";
            default -> "";
        };
    }

    private static String words(SignalError error) {
        if (error.text() != null) {
            return error.text();
        }
        return "%s '%s' is refused; accepted: %s"
                .formatted(error.field(), error.value(), error.accepted());
    }

    /// The first failed check, where the reason is not just that.
    public Decision.@Nullable Check failed() {
        Decision decision = story.decision();
        return decision == null
                ? null
                : decision.firstFailed()
                        .filter(check -> check.text() != null)
                        .filter(check -> !why().contains(String.valueOf(check.text())))
                        .orElse(null);
    }

    public List<OrderWords> orders() {
        return story.orders().stream().map(OrderWords::new).toList();
    }

    /// The beginning of what was received, on one line.
    public String shortRaw() {
        String line = story.raw().replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN_RAW ? line : line.substring(0, SHOWN_RAW) + "…";
    }

    public String link() {
        return link(story.handle());
    }

    public static String link(String handle) {
        return PLAIN.matcher(handle).matches()
                ? "/signals/" + UriUtils.encodePathSegment(handle, "UTF-8")
                : "/signal?key=" + UriUtils.encode(handle, "UTF-8");
    }

    /// Null where it did not trade, or one price cannot stand for its fills.
    public @Nullable Slippage slippage() {
        Decision decision = story.decision();
        return decision == null
                ? null
                : Slippage.of(decision.referencePrice(), story.fills()).orElse(null);
    }

    /// @param after how long after the receipt
    public record Step(String name, Instant at, String after) {}

    public List<Step> steps() {
        SignalTimings timings = story.timings();
        List<Step> steps = new ArrayList<>();
        step(steps, "Sent", story.sentAt());
        step(steps, "Received", timings.received());
        step(steps, "Posted to the engine", timings.posted());
        step(steps, "Decided", timings.decided());
        step(steps, "First fill", timings.firstFill());
        return steps;
    }

    private void step(List<Step> steps, String name, @Nullable Instant at) {
        if (at != null) {
            Long millis = story.timings().millisTo(at);
            steps.add(new Step(name, at, millis == null || millis == 0 ? "" : words(millis)));
        }
    }

    private static String words(long millis) {
        String time =
                Math.abs(millis) < 10_000
                        ? Math.abs(millis) + " ms"
                        : Math.abs(millis) / 1000 + " s";
        return millis < 0 ? time + " before" : "after " + time;
    }
}
