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
    private static final int SCALE = 4;

    @Override
    public CheckResult check(OpeningRequest request) {
        Optional<BigDecimal> limit = request.limit(LimitKey.PRICE_COLLAR_PERCENT);
        if (limit.isEmpty()) {
            return CheckResult.passed(CODE, "No price collar is set");
        }
        Optional<KnownPrice> independent = request.independent();
        if (independent.isEmpty()) {
            return CheckResult.of(
                    !request.isLive(),
                    CODE,
                    "No independent price to compare %s with".formatted(request.price()));
        }
        BigDecimal reference = independent.get().price().value();
        BigDecimal distance =
                request.price()
                        .value()
                        .subtract(reference)
                        .abs()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(reference, SCALE, RoundingMode.UP);
        return CheckResult.of(
                        distance.compareTo(limit.get()) <= 0,
                        CODE,
                        "Price %s is %s %% from %s (%s of %s), at most %s %% is allowed"
                                .formatted(
                                        request.price(),
                                        distance.toPlainString(),
                                        independent.get().price(),
                                        independent.get().source(),
                                        independent.get().at(),
                                        limit.get().toPlainString()))
                .with("price", request.price())
                .with("reference", independent.get().price())
                .with("distance percent", distance.toPlainString())
                .with("limit percent", limit.get().toPlainString());
    }
}
