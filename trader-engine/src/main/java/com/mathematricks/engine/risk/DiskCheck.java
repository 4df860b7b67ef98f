package com.mathematricks.engine.risk;

/// DISK_LOW: the store is nearly full. Exits go on as long as it takes them.
final class DiskCheck implements RiskCheck {

    private static final String CODE = "DISK_LOW";

    @Override
    public CheckResult check(OpeningRequest request) {
        return request.portfolio()
                .diskProblem()
                .map(problem -> CheckResult.failed(CODE, problem))
                .orElseGet(() -> CheckResult.passed(CODE, "The store has room"));
    }
}
