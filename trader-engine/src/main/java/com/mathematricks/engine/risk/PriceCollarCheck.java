package com.mathematricks.engine.risk;

import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// PRICE_COLLAR: the limit or signal price is too far from a reference that is neither the signal's
/// own nor older than five minutes. Without such a reference a paper order passes, a live one
/// fails.
final class PriceCollarCheck implements RiskCheck {

    private static final String CODE = "PRICE_COLLAR";
    private static final String UNLIMITED = "No price collar is set";
    private static final int SCALE = 4;

    @Override
    public CheckResult check(OpeningRequest request) {
        Optional<BigDecimal> limit = request.limit(LimitKey.PRICE_COLLAR_PERCENT);
        return request.independent()
                .map(independent -> compared(request, independent, limit))
                .orElseGet(() ->
                        CheckResult.of(
                                        limit.isEmpty() || !request.isLive(),
                                        CODE,
                                        limit.isEmpty()
                                                ? UNLIMITED
                                                : "No independent price to compare %s with"
                                                        .formatted(request.price()))
                                .with("price", request.price())
                                .with("reference", "none"));
    }

    private static CheckResult compared(
            OpeningRequest request, KnownPrice independent, Optional<BigDecimal> limit) {
        BigDecimal reference = independent.price().value();
        BigDecimal distance =
                request.price()
                        .value()
                        .subtract(reference)
                        .abs()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(reference, SCALE, RoundingMode.UP);
        CheckResult result =
                limit.map(most ->
                                CheckResult.of(
                                        distance.compareTo(most) <= 0,
                                        CODE,
                                        "Price %s is %s %% from %s (%s of %s), at most %s %% is allowed"
                                                .formatted(
                                                        request.price(),
                                                        distance.toPlainString(),
                                                        independent.price(),
                                                        independent.source(),
                                                        independent.at(),
                                                        most.toPlainString())))
                        .orElseGet(() -> CheckResult.passed(CODE, UNLIMITED))
                        .with("price", request.price())
                        .with("reference", independent.price())
                        .with("distance percent", distance.toPlainString());
        return limit.map(most -> result.with("limit percent", most.toPlainString())).orElse(result);
    }
}
