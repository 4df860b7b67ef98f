package com.mathematricks.engine.risk;

import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// SIGNAL_STALE, SIGNAL_FROM_FUTURE: the signal's age is outside its limits.
final class SignalAgeCheck implements RiskCheck {

    private static final Duration FUTURE = Duration.ofSeconds(30);

    @Override
    public CheckResult check(OpeningRequest request) {
        Duration age = request.age();
        if (age == null) {
            return CheckResult.failed(
                    "SIGNAL_STALE", "Nobody knows when this signal was sent, so it opens nothing");
        }
        BigDecimal seconds = BigDecimal.valueOf(age.toMillis(), 3);
        if (age.plus(FUTURE).isNegative()) {
            return CheckResult.failed(
                            "SIGNAL_FROM_FUTURE",
                            "Sent %s s in the future, at most %s s are accepted: check the sender's clock"
                                    .formatted(seconds.negate(), FUTURE.toSeconds()))
                    .with("age", seconds)
                    .with("limit", -FUTURE.toSeconds());
        }
        Optional<BigDecimal> limit = request.limit(LimitKey.MAX_SIGNAL_AGE);
        boolean passed = limit.isEmpty() || seconds.compareTo(limit.get()) <= 0;
        String text =
                limit.map(most -> "%s s old, at most %s s are accepted".formatted(seconds, most))
                        .orElse(seconds + " s old, no limit is set");
        return CheckResult.of(passed, "SIGNAL_STALE", text)
                .with("age", seconds)
                .with("limit", limit.map(BigDecimal::toPlainString).orElse("none"));
    }
}
