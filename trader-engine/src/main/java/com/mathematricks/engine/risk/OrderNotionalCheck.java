package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.Limits;
import java.util.Optional;

/// ORDER_NOTIONAL: price × quantity × multiplier is larger than the largest order allowed. Where
/// nobody set the limit it is 10 % of the account's equity.
final class OrderNotionalCheck implements RiskCheck {

    private static final String CODE = "ORDER_NOTIONAL";

    @Override
    public CheckResult check(OpeningRequest request) {
        Optional<Money> limit =
                Limits.largestOrder(
                        request.portfolio().equity(),
                        request.strategy().limits(),
                        request.account().limits(),
                        request.overall());
        Money notional = request.notional();
        return limit.map(most ->
                        CheckResult.of(
                                        notional.compareTo(most) <= 0,
                                        CODE,
                                        "Order of %s, at most %s is allowed"
                                                .formatted(notional, most))
                                .with("notional", notional)
                                .with("limit", most)
                                .butUpTo(request.unitsOfNotional(most)))
                .orElseGet(() ->
                        CheckResult.passed(CODE, "No limit on an order's size")
                                .with("notional", notional))
                .with("equity", request.portfolio().equity());
    }
}
