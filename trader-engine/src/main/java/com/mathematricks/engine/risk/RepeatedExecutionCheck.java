package com.mathematricks.engine.risk;

import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// REPEATED_EXECUTION: the strategy would trade once more than is allowed within the window; it is
/// paused then. Each place's number goes with the window of the same place.
final class RepeatedExecutionCheck implements RiskCheck {

    @Override
    public CheckResult check(OpeningRequest request) {
        List<CheckResult> results =
                Stream.of(
                                request.strategy().limits(),
                                request.account().limits(),
                                request.overall())
                        .flatMap(place -> result(place, request.portfolio()).stream())
                        .toList();
        return results.stream()
                .filter(result -> !result.passed())
                .findFirst()
                .or(() -> results.stream().findFirst())
                .orElseGet(() ->
                        CheckResult.passed(
                                RiskChecks.REPEATED_EXECUTION, "No limit on executions"));
    }

    private static Optional<CheckResult> result(Limits place, Portfolio portfolio) {
        return place.number(LimitKey.MAX_EXECUTIONS).map(most -> result(most, place, portfolio));
    }

    private static CheckResult result(BigDecimal most, Limits place, Portfolio portfolio) {
        BigDecimal seconds =
                place.number(LimitKey.EXECUTIONS_WINDOW)
                        .or(LimitKey.EXECUTIONS_WINDOW::defaultValue)
                        .orElseThrow();
        int after = portfolio.executions(Duration.ofSeconds(seconds.longValueExact())) + 1;
        return CheckResult.of(
                        BigDecimal.valueOf(after).compareTo(most) <= 0,
                        RiskChecks.REPEATED_EXECUTION,
                        "Trade %d of the strategy within %s s, at most %s are allowed"
                                .formatted(after, seconds.toPlainString(), most.toPlainString()))
                .with("executions", after)
                .with("limit", most.toPlainString())
                .with("window", seconds.toPlainString());
    }
}
