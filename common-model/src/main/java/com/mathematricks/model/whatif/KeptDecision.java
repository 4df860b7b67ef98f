package com.mathematricks.model.whatif;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision as the engine kept it, as far as limits concern it.
///
/// @param outcome `APPROVED`, `PARTLY` or `DENIED`
/// @param code `APPROVED`, or what denied or reduced it
/// @param atOpen the checks that were made again when the market opened; null: it did not wait, or
///   waits still
public record KeptDecision(
        String key,
        String signalId,
        String strategy,
        @Nullable String account,
        String outcome,
        String code,
        List<KeptCheck> checks,
        @Nullable AtOpen atOpen,
        Instant at) {

    @SuppressWarnings("NullAway") // absent in the stored document
    public KeptDecision {
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    /// A size was cut to a limit: nothing else is partly done without a failed check.
    public boolean wasReduced() {
        return outcome.equals("PARTLY")
                && !checks.isEmpty()
                && checks.stream().allMatch(KeptCheck::passed);
    }

    public boolean isDeniedAtOpen() {
        return atOpen != null && atOpen.checks().stream().anyMatch(check -> !check.passed());
    }

    public record AtOpen(List<KeptCheck> checks) {

        @SuppressWarnings("NullAway") // absent in the stored document
        public AtOpen {
            checks = checks == null ? List.of() : List.copyOf(checks);
        }
    }
}
