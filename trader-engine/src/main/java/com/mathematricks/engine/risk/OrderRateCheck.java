package com.mathematricks.engine.risk;

import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;

/// ORDER_RATE: the strategy planned too many orders within the last minute.
final class OrderRateCheck implements RiskCheck {

    private static final String CODE = "ORDER_RATE";

    @Override
    public CheckResult check(OpeningRequest request) {
        int after = request.portfolio().ordersLastMinute() + 1;
        return request.limit(LimitKey.MAX_ORDERS_PER_MINUTE)
                .map(most ->
                        CheckResult.of(
                                        BigDecimal.valueOf(after).compareTo(most) <= 0,
                                        CODE,
                                        "%d orders within a minute, at most %s are allowed"
                                                .formatted(after, most.toPlainString()))
                                .with("orders", after)
                                .with("limit", most.toPlainString()))
                .orElseGet(() -> CheckResult.passed(CODE, "No limit on orders per minute"));
    }
}
