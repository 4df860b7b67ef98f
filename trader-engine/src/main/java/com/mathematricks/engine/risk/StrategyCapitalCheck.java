package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;

/// STRATEGY_CAPITAL: the strategy's own exposure after the order would be more than its capital ×
/// its leverage.
final class StrategyCapitalCheck implements RiskCheck {

    private static final String CODE = "STRATEGY_CAPITAL";

    @Override
    public CheckResult check(OpeningRequest request) {
        return request.limit(LimitKey.LEVERAGE)
                .map(leverage -> check(request, leverage))
                .orElseGet(() ->
                        ExposureLimit.unlimited(
                                CODE,
                                "No limit on leverage",
                                request.portfolio().strategyExposure(),
                                request.exposure()));
    }

    private static CheckResult check(OpeningRequest request, BigDecimal leverage) {
        Money capital = new Money(request.strategy().capital(), request.account().currency());
        return ExposureLimit.check(
                CODE,
                "Strategy at %s after it, at most %s (its capital × %s) is allowed",
                request,
                request.portfolio().strategyExposure(),
                capital.times(leverage).rounded(),
                leverage.toPlainString());
    }
}
