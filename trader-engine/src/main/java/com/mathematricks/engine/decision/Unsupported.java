package com.mathematricks.engine.decision;

import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.model.signal.SignalLeg;
import java.util.Optional;

/// Fields that were understood but that this version cannot honour. Such a leg opens nothing:
/// ignoring one would be worse than not trading.
final class Unsupported {

    private Unsupported() {}

    static Optional<CheckResult> in(SignalLeg leg) {
        return Optional.ofNullable(leg.unsupported())
                .map(field ->
                        CheckResult.failed(
                                "NOT_SUPPORTED",
                                "%s is not supported by this version, and an order without it is not what was asked"
                                        .formatted(field)));
    }
}
