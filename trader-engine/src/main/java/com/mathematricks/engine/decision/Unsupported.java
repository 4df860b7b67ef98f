package com.mathematricks.engine.decision;

import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.signal.SignalLeg;
import java.util.Optional;

/// Fields that were understood but that this version cannot honour. Such a leg opens nothing:
/// ignoring one would be worse than not trading.
final class Unsupported {

    private Unsupported() {}

    static Optional<CheckResult> in(SignalLeg leg) {
        return field(leg)
                .map(field ->
                        CheckResult.failed(
                                "NOT_SUPPORTED",
                                "%s is not supported by this version, and an order without it is not what was asked"
                                        .formatted(field)));
    }

    private static Optional<String> field(SignalLeg leg) {
        if (leg.unsupported() != null) {
            return Optional.of(leg.unsupported());
        }
        if (leg.orderType() == OrderType.STOP_LIMIT || leg.orderType() == OrderType.TRAILING_STOP) {
            return Optional.of("Order type " + leg.orderType());
        }
        boolean rests = leg.orderType() != OrderType.MARKET;
        return rests && leg.timeInForce() == TimeInForce.DAY
                ? Optional.of("time in force DAY for a %s order".formatted(leg.orderType()))
                : Optional.empty();
    }
}
