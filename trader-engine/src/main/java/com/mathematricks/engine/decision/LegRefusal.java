package com.mathematricks.engine.decision;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.signal.SignalLeg;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a leg cannot be understood at all, which denies its whole signal, exits too.
final class LegRefusal {

    /// No quantity or price that anybody trades is larger.
    static final BigDecimal MOST = new BigDecimal("1000000000000000");

    private LegRefusal() {}

    static Optional<CheckResult> of(SignalLeg leg, Instrument found, boolean isLive) {
        if (isLive && found.derived()) {
            return Optional.of(
                    CheckResult.failed(
                            "INSTRUMENT_UNKNOWN",
                            "%s was derived by a rule; a live account trades only instruments that its broker confirmed"
                                    .formatted(found.id())));
        }
        boolean invalid =
                isInvalid(leg.quantity())
                        || (leg.position() != null
                                && isInvalid(leg.position().target().size().units()));
        return invalid
                ? Optional.of(
                        CheckResult.failed(
                                "QUANTITY_INVALID",
                                "The quantity of %s is not above 0 and at most %s with at most 34 digits"
                                        .formatted(found.id(), MOST.toPlainString())))
                : Optional.empty();
    }

    private static boolean isInvalid(@Nullable BigDecimal quantity) {
        return quantity != null && (quantity.compareTo(MOST) > 0 || !isExact(quantity));
    }

    private static boolean isExact(BigDecimal quantity) {
        try {
            return Decimals.normalised(quantity).signum() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
