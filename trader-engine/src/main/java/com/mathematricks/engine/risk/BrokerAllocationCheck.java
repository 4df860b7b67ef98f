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
        Optional<Money> total = request.portfolio().totalEquity();
        Optional<BigDecimal> percent = request.limit(LimitKey.MAX_BROKER_ALLOCATION_PERCENT);
        if (total.isEmpty() || percent.isEmpty()) {
            return CheckResult.passed(
                    CODE,
                    total.isEmpty()
                            ? "No other account to spread over"
                            : "No limit on one account's share");
        }
        Percentage share = new Percentage(percent.get());
        return ExposureLimit.check(
                CODE,
                "Account at %s after it, at most %s (%s of all accounts) is allowed",
                request,
                request.portfolio().exposure(),
                share.of(total.get()).rounded(),
                share.toString());
    }
}
