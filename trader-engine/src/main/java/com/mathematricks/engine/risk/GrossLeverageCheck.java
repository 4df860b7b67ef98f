package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;

/// GROSS_LEVERAGE: the account's positions after the order, long and short added up by their
/// notional, would be more than its equity × the factor that was set.
final class GrossLeverageCheck implements RiskCheck {

    private static final String CODE = "GROSS_LEVERAGE";

    @Override
    public CheckResult check(OpeningRequest request) {
        Money before = request.portfolio().grossNotional();
        return request.limit(LimitKey.MAX_GROSS_LEVERAGE)
                .map(factor -> check(request, before, factor))
                .orElseGet(() ->
                        ExposureLimit.unlimited(
                                CODE, "No limit on gross leverage", before, request.gross()))
                .with("equity", request.portfolio().equity());
    }

    private static CheckResult check(OpeningRequest request, Money before, BigDecimal factor) {
        Money after = before.plus(request.gross());
        Money limit = request.portfolio().equity().times(factor).rounded();
        return ExposureLimit.numbers(
                        CheckResult.of(
                                after.compareTo(limit) <= 0,
                                CODE,
                                "Long and short together %s after it, at most %s (equity × %s) is allowed"
                                        .formatted(after, limit, factor.toPlainString())),
                        before,
                        request.gross())
                .with("limit", limit)
                .butUpTo(request.unitsOfGross(limit.minus(before)));
    }
}
