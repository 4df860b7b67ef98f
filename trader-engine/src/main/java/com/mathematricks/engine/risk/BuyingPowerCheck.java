package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;

/// BUYING_POWER for cash instruments, MARGIN for the others: equity × leverage does not cover the
/// account's exposure after the order, fee included.
final class BuyingPowerCheck implements RiskCheck {

    @Override
    public CheckResult check(OpeningRequest request) {
        String code = request.instrument().type().movesNotional() ? "BUYING_POWER" : "MARGIN";
        return request.limit(LimitKey.LEVERAGE)
                .map(leverage -> check(code, request, leverage))
                .orElseGet(() ->
                        ExposureLimit.unlimited(
                                code,
                                "No limit on leverage",
                                request.portfolio().exposure(),
                                request.exposure()))
                .with("equity", request.portfolio().equity())
                .with("fee", request.fee());
    }

    private static CheckResult check(String code, OpeningRequest request, BigDecimal leverage) {
        Money equity = request.portfolio().equity();
        return ExposureLimit.check(
                code,
                "Account would use %s, it has %s (equity × %s less the fee)",
                request,
                request.portfolio().exposure(),
                equity.times(leverage).rounded().minus(request.fee()),
                leverage.toPlainString());
    }
}
