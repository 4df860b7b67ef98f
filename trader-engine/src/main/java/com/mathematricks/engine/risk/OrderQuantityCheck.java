package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.LimitKey;

/// ORDER_QUANTITY: more units than the largest order allowed.
final class OrderQuantityCheck implements RiskCheck {

    private static final String CODE = "ORDER_QUANTITY";

    @Override
    public CheckResult check(OpeningRequest request) {
        return request.limit(LimitKey.MAX_ORDER_QUANTITY)
                .map(Quantity::new)
                .map(most ->
                        CheckResult.of(
                                        request.quantity().compareTo(most) <= 0,
                                        CODE,
                                        "Order of %s units, at most %s are allowed"
                                                .formatted(request.quantity(), most))
                                .with("quantity", request.quantity())
                                .with("limit", most)
                                .butUpTo(most))
                .orElseGet(() -> CheckResult.passed(CODE, "No limit on an order's quantity"));
    }
}
