package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;
import java.util.Optional;

/// BROKER_ALLOCATION: the account's exposure after the order would be more than the allowed share
/// of the equity of all accounts. Off with one account.
final class BrokerAllocationCheck implements RiskCheck {

    private static final String CODE = "BROKER_ALLOCATION";

    @Override
    public CheckResult check(OpeningRequest request) {
        Money used = request.portfolio().exposure();
        Optional<Money> total = request.portfolio().totalEquity();
        Optional<BigDecimal> percent = request.limit(LimitKey.MAX_BROKER_ALLOCATION_PERCENT);
        if (total.isEmpty()) {
            return ExposureLimit.unlimited(
                    CODE, "No other account to spread over", used, request.exposure());
        }
        return percent.map(Percentage::new)
                .map(share ->
                        ExposureLimit.check(
                                CODE,
                                "Account at %s after it, at most %s (%s of all accounts) is allowed",
                                request,
                                used,
                                share.of(total.get()).rounded(),
                                share.toString()))
                .orElseGet(() ->
                        ExposureLimit.unlimited(
                                CODE, "No limit on one account's share", used, request.exposure()))
                .with("equity of all", total.get());
    }
}
