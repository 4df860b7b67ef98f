package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.LimitKey;

/// ORDER_QUANTITY: more units than the largest order allowed.
final class OrderQuantityCheck implements RiskCheck {

    private static final String CODE = "ORDER_QUANTITY";

    @Override
    public CheckResult check(OpeningRequest request) {
        CheckResult result =
                request.limit(LimitKey.MAX_ORDER_QUANTITY)
                        .map(Quantity::new)
                        .map(most -> limited(request.quantity(), most))
                        .orElseGet(() ->
                                CheckResult.passed(CODE, "No limit on an order's quantity")
                                        .with("quantity", request.quantity()))
                        .with("lot", request.instrument().lot())
                        .with("smallest", request.instrument().minQuantity());
        return request.quantity().equals(request.wanted())
                ? result
                : result.with("wanted", request.wanted());
    }

    private static CheckResult limited(Quantity quantity, Quantity most) {
        return CheckResult.of(
                        quantity.compareTo(most) <= 0,
                        CODE,
                        "Order of %s units, at most %s are allowed".formatted(quantity, most))
                .with("quantity", quantity)
                .with("limit", most)
                .butUpTo(most);
    }
}
