package com.mathematricks.engine.risk;

import com.mathematricks.model.order.Side;

/// SHORT_NOT_ALLOWED: the order would leave the strategy, or the sum of the account's strategies,
/// short where that is forbidden.
final class ShortCheck implements RiskCheck {

    private static final String CODE = "SHORT_NOT_ALLOWED";

    @Override
    public CheckResult check(OpeningRequest request) {
        if (request.side() == Side.BUY) {
            return CheckResult.passed(CODE, "Buying opens no short");
        }
        var strategyAfter = request.strategyNetAfter();
        var accountAfter = request.accountNetAfter();
        if (strategyAfter.isShort() && !request.strategy().allowShort()) {
            return CheckResult.failed(
                            CODE,
                            "Would leave strategy %s short %s %s, and it has allow_short: false"
                                    .formatted(
                                            request.strategy().name(),
                                            strategyAfter.size(),
                                            request.instrument().id()))
                    .with("position after", strategyAfter);
        }
        if (accountAfter.isShort() && !request.account().allowShort()) {
            return CheckResult.failed(
                            CODE,
                            "Would leave account %s short %s %s, and it has allow_short: false"
                                    .formatted(
                                            request.account().id(),
                                            accountAfter.size(),
                                            request.instrument().id()))
                    .with("position after", accountAfter);
        }
        return CheckResult.passed(
                        CODE, strategyAfter.isShort() ? "Shorts are allowed" : "Would not be short")
                .with("position after", strategyAfter);
    }
}
