package com.mathematricks.engine.risk;

import com.mathematricks.engine.control.ScopeState;

/// TRADING_HALTED, ONLY_REDUCING, STRATEGY_PAUSED: the strictest trading state forbids opening.
final class TradingStateCheck implements RiskCheck {

    @Override
    public CheckResult check(OpeningRequest request) {
        ScopeState state = request.portfolio().state();
        return switch (state.state()) {
            case ACTIVE -> CheckResult.passed("TRADING_STATE", "Trading is active");
            case PAUSED ->
                    CheckResult.failed(
                            "STRATEGY_PAUSED",
                            "Nothing new is opened for %s, paused since %s: %s"
                                    .formatted(state.scope(), state.since(), state.cause()));
            case REDUCING ->
                    CheckResult.failed(
                            "ONLY_REDUCING",
                            "Only orders that shrink a position are allowed for %s since %s: %s"
                                    .formatted(state.scope(), state.since(), state.cause()));
            case HALTED ->
                    CheckResult.failed(
                            "TRADING_HALTED",
                            "Trading of %s is halted since %s: %s"
                                    .formatted(state.scope(), state.since(), state.cause()));
        };
    }
}
