package com.mathematricks.dashboard.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command that was given, by whomever, and the engine's answer once there is one. What others
/// wrote need not be complete.
public record AskedCommand(
        String id,
        @Nullable String action,
        @Nullable String scope,
        @Nullable String instrument,
        @Nullable String order,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String reason,
        @Nullable Outcome outcome) {

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration EXPIRES = Duration.ofMinutes(5);

    public record Outcome(
            @Nullable String status,
            @Nullable String text,
            List<String> details,
            @Nullable Instant at,
            @Nullable Long sequence) {

        @SuppressWarnings("NullAway") // absent in the stored document
        public Outcome {
            details = details == null ? List.of() : List.copyOf(details);
        }
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /// For example `FLATTEN strategy demo`.
    public String title() {
        var title = new StringBuilder().append(action);
        for (String word : new String[] {scope, instrument, order}) {
            title.append(word == null ? "" : " " + word);
        }
        return title.toString();
    }

    public String status() {
        return outcome == null || outcome.status() == null ? "WAITING" : outcome.status();
    }

    public String tone() {
        return switch (status()) {
            case "DONE" -> "good";
            case "PARTLY", "WAITING" -> "warn";
            case "REFUSED" -> "bad";
            default -> "muted";
        };
    }

    /// Why there is no answer yet.
    public String waiting(Instant now) {
        if (at == null || at.plus(USUAL).isAfter(now)) {
            return "Asked; the engine answers within seconds.";
        }
        return at.plus(EXPIRES).isAfter(now)
                ? "The engine has not answered yet. It does the command when it is back within five minutes of the asking, and not at all after that."
                : "The engine has not answered, and is not there. It will not do the command any more, because it is older than five minutes.";
    }
}
