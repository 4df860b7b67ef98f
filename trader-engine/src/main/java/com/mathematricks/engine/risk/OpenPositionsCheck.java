package com.mathematricks.engine.risk;

import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;

/// OPEN_POSITIONS: the order would open one position more than allowed.
final class OpenPositionsCheck implements RiskCheck {

    private static final String CODE = "OPEN_POSITIONS";

    @Override
    public CheckResult check(OpeningRequest request) {
        Portfolio portfolio = request.portfolio();
        int after = portfolio.openPositions() + (portfolio.isOpen(request.instrument()) ? 0 : 1);
        return request.limit(LimitKey.MAX_OPEN_POSITIONS)
                .map(most ->
                        CheckResult.of(
                                        BigDecimal.valueOf(after).compareTo(most) <= 0,
                                        CODE,
                                        "%d open positions after it, at most %s are allowed"
                                                .formatted(after, most.toPlainString()))
                                .with("after", after)
                                .with("limit", most.toPlainString()))
                .orElseGet(() ->
                        CheckResult.passed(CODE, "No limit on open positions")
                                .with("after", after));
    }
}
