package com.mathematricks.engine.risk;

import com.mathematricks.engine.loss.LossRule;

/// DRAWDOWN: the strategy, its account or everything is as far below its highest equity as it may
/// be.
final class DrawdownCheck implements RiskCheck {

    private static final String CODE = "DRAWDOWN";

    @Override
    public CheckResult check(OpeningRequest request) {
        return LossCheck.check(CODE, LossRule.DRAWDOWN, request);
    }
}
