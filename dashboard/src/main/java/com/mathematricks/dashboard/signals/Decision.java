package com.mathematricks.dashboard.signals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The engine's decision with its reasons.
///
/// @param referencePrice what the instrument was taken to be worth when it was decided
/// @param atOpen what the checks said when the market opened; null: it did not wait, or waits still
/// @param late it only closes, and came later than its strategy allows to open
public record Decision(
        @Nullable String outcome,
        @Nullable String code,
        @Nullable String reason,
        List<Check> checks,
        List<String> sizing,
        List<String> notes,
        boolean late,
        @Nullable String account,
        @Nullable Integer settingsVersion,
        @Nullable Long sequence,
        @Nullable BigDecimal referencePrice,
        @Nullable Instant decidedAt,
        @Nullable AtOpen atOpen) {

    @SuppressWarnings("NullAway") // absent in the stored document
    public Decision {
        checks = checks == null ? List.of() : List.copyOf(checks);
        sizing = sizing == null ? List.of() : List.copyOf(sizing);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    public Optional<Check> firstFailed() {
        return checks.stream().filter(check -> !check.passed()).findFirst();
    }

    /// The checks of what opens, made again when the market opened.
    ///
    /// @param code `APPROVED`, or the first failed check's
    public record AtOpen(
            boolean passed,
            @Nullable String code,
            @Nullable String reason,
            List<Check> checks,
            @Nullable Instant at) {

        @SuppressWarnings("NullAway") // absent in the stored document
        public AtOpen {
            checks = checks == null ? List.of() : List.copyOf(checks);
        }
    }

    /// @param numbers the compared numbers by name
    /// @param subject the leg or instrument that was checked; null: the whole signal
    public record Check(
            @Nullable String code,
            boolean passed,
            @Nullable String text,
            Map<String, String> numbers,
            @Nullable String subject) {

        @SuppressWarnings("NullAway") // absent in the stored document
        public Check {
            numbers = numbers == null ? Map.of() : numbers;
        }
    }
}
