package com.mathematricks.engine.intake;

import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalLeg;

/// What every signal must hold, whoever sends it.
final class SignalRules {

    private SignalRules() {}

    /// Throws InvalidSignalException, which names the field.
    static void check(Signal signal) {
        for (SignalLeg leg : signal.legs()) {
            check(leg);
        }
    }

    private static void check(SignalLeg leg) {
        if (leg.action() == Action.ENTRY && leg.side() == null) {
            throw new InvalidSignalException("side: missing; an ENTRY needs BUY or SELL");
        }
        boolean needsLimit =
                leg.orderType() == OrderType.LIMIT || leg.orderType() == OrderType.STOP_LIMIT;
        if (needsLimit && leg.limitPrice() == null) {
            throw new InvalidSignalException(
                    "limitPrice: missing; a %s order needs one".formatted(leg.orderType()));
        }
        boolean needsStop =
                leg.orderType() == OrderType.STOP || leg.orderType() == OrderType.STOP_LIMIT;
        if (needsStop && leg.stopPrice() == null) {
            throw new InvalidSignalException(
                    "stopPrice: missing; a %s order needs one".formatted(leg.orderType()));
        }
        boolean trails = leg.orderType() == OrderType.TRAILING_STOP;
        boolean hasTrail = (leg.trailAmount() == null) != (leg.trailPercent() == null);
        if (trails && !hasTrail) {
            throw new InvalidSignalException(
                    "trailAmount: a TRAILING_STOP order needs it, or trailPercent, not both");
        }
        if (leg.quantity() != null && leg.quantity().signum() <= 0) {
            throw new InvalidSignalException(
                    "quantity: %s; above 0 is accepted".formatted(leg.quantity()));
        }
    }
}
