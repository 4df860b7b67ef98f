package com.mathematricks.engine.risk;

import com.mathematricks.engine.risk.Portfolio.OrderCounts;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// ORDER_RATE: too many orders were planned within the last minute, counted where the limit was
/// set: of the strategy, of its account, of all. Where none was set, the default is the strategy's.
final class OrderRateCheck implements RiskCheck {

    private static final String CODE = "ORDER_RATE";
    private static final LimitKey KEY = LimitKey.MAX_ORDERS_PER_MINUTE;

    @Override
    public CheckResult check(OpeningRequest request) {
        Limits strategy = request.strategy().limits();
        Limits account = request.account().limits();
        Limits overall = request.overall();
        boolean stated = Limits.isStated(KEY, strategy, account, overall);
        OrderCounts before = request.portfolio().ordersLastMinute();
        List<CheckResult> results =
                Stream.of(
                                result(
                                        "of the strategy",
                                        before.strategy(),
                                        stated ? strategy.number(KEY) : KEY.defaultValue()),
                                result("of the account", before.account(), account.number(KEY)),
                                result("of all accounts", before.overall(), overall.number(KEY)))
                        .flatMap(Optional::stream)
                        .toList();
        return results.stream()
                .filter(result -> !result.passed())
                .findFirst()
                .or(() -> results.stream().findFirst())
                .orElseGet(() -> CheckResult.passed(CODE, "No limit on orders per minute"))
                .with("of the strategy", before.strategy() + 1)
                .with("of the account", before.account() + 1)
                .with("of all accounts", before.overall() + 1);
    }

    private static Optional<CheckResult> result(String of, int before, Optional<BigDecimal> limit) {
        int after = before + 1;
        return limit.map(most ->
                CheckResult.of(
                                BigDecimal.valueOf(after).compareTo(most) <= 0,
                                CODE,
                                "%d orders %s within a minute, at most %s are allowed"
                                        .formatted(after, of, most.toPlainString()))
                        .with("orders", after)
                        .with("limit", most.toPlainString()));
    }
}
