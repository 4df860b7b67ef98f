package com.mathematricks.engine.risk;

import java.util.Optional;

/// BROKER_DOWN: the account is not connected or not reconciled.
final class BrokerUpCheck implements RiskCheck {

    @Override
    public CheckResult check(OpeningRequest request) {
        Optional<String> problem = request.portfolio().brokerProblem();
        return problem.map(text -> CheckResult.failed("BROKER_DOWN", text))
                .orElseGet(() ->
                        CheckResult.passed(
                                "BROKER_DOWN", "The broker is connected and reconciled"));
    }
}
