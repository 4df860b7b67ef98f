package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// ORDER_NOTIONAL: price × quantity × multiplier is larger than the largest order allowed. Where
/// nobody set the limit it is 10 % of the account's equity.
final class OrderNotionalCheck implements RiskCheck {

    private static final String CODE = "ORDER_NOTIONAL";
    private static final Percentage DEFAULT = Percentage.of("10");

    @Override
    public CheckResult check(OpeningRequest request) {
        Optional<Money> limit = limit(request);
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
                .orElseGet(() -> CheckResult.passed(CODE, "No limit on an order's size"));
    }

    private static Optional<Money> limit(OpeningRequest request) {
        boolean stated =
                Stream.of(
                                request.strategy().limits(),
                                request.account().limits(),
                                request.overall())
                        .map(Limits::values)
                        .map(values -> values.get(LimitKey.MAX_ORDER_NOTIONAL))
                        .anyMatch(Objects::nonNull);
        return stated
                ? request.limit(LimitKey.MAX_ORDER_NOTIONAL)
                        .map(number -> new Money(number, request.account().currency()))
                : Optional.of(DEFAULT.of(request.portfolio().equity()).rounded());
    }
}
