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

    private static final BigDecimal DEFAULT_WINDOW =
            LimitKey.EXECUTIONS_WINDOW.defaultValue().orElseThrow();

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
                        numbers(
                                CheckResult.passed(
                                        RiskChecks.REPEATED_EXECUTION, "No limit on executions"),
                                after(DEFAULT_WINDOW, request.portfolio()),
                                DEFAULT_WINDOW));
    }

    private static Optional<CheckResult> result(Limits place, Portfolio portfolio) {
        return place.number(LimitKey.MAX_EXECUTIONS).map(most -> result(most, place, portfolio));
    }

    private static CheckResult result(BigDecimal most, Limits place, Portfolio portfolio) {
        BigDecimal seconds = place.number(LimitKey.EXECUTIONS_WINDOW).orElse(DEFAULT_WINDOW);
        int after = after(seconds, portfolio);
        return numbers(
                        CheckResult.of(
                                BigDecimal.valueOf(after).compareTo(most) <= 0,
                                RiskChecks.REPEATED_EXECUTION,
                                "Trade %d of the strategy within %s s, at most %s are allowed"
                                        .formatted(
                                                after,
                                                seconds.toPlainString(),
                                                most.toPlainString())),
                        after,
                        seconds)
                .with("limit", most.toPlainString());
    }

    private static int after(BigDecimal seconds, Portfolio portfolio) {
        return portfolio.executions(Duration.ofSeconds(seconds.longValueExact())) + 1;
    }

    private static CheckResult numbers(CheckResult result, int after, BigDecimal seconds) {
        return result.with("executions", after).with("window", seconds.toPlainString());
    }
}
