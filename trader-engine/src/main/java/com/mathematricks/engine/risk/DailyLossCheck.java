package com.mathematricks.engine.risk;

import com.mathematricks.engine.loss.LossRule;

/// DAILY_LOSS: the strategy, its account or everything has lost what may be lost on one day.
final class DailyLossCheck implements RiskCheck {

    private static final String CODE = "DAILY_LOSS";

    @Override
    public CheckResult check(OpeningRequest request) {
        return LossCheck.check(CODE, LossRule.DAILY_LOSS, request);
    }
}
