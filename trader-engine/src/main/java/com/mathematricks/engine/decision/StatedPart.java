package com.mathematricks.engine.decision;

import com.mathematricks.engine.sizing.Size;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.signal.StatedPosition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How much a partial exit closes: held × stated ÷ the sender's previous position where that is
/// known, else the stated quantity; rounded down to the lot.
final class StatedPart {

    private StatedPart() {}

    /// Empty where all is to be closed: the signal states no quantity, or one that only tells how
    /// to size an entry (money at risk).
    ///
    /// @param most what there is to close
    static Optional<Size> of(LegContext context, Quantity most) {
        BigDecimal stated = context.leg().quantity();
        if (stated == null) {
            return Optional.empty();
        }
        Quantity lot = context.instrument().lot();
        return switch (context.leg().quantityUnit()) {
            case UNITS -> Optional.of(part(context, scaled(context, new Quantity(stated), most)));
            case PERCENT_OF_POSITION ->
                    Optional.of(
                            part(
                                    context,
                                    context.held()
                                            .size()
                                            .times(stated, BigDecimal.valueOf(100), lot)));
            case NOTIONAL, PERCENT_OF_EQUITY -> Optional.of(ofMoney(context));
            case RISK_AMOUNT, RISK_PERCENT -> Optional.empty();
        };
    }

    private static Quantity scaled(LegContext context, Quantity stated, Quantity most) {
        Quantity lot = context.instrument().lot();
        StatedPosition position = context.leg().position();
        if (position == null || position.previous() == null || position.previous().isFlat()) {
            // Everything may be an odd quantity, a part is whole lots.
            return stated.compareTo(most) >= 0 ? most : stated.roundedDownTo(lot);
        }
        return most.times(stated.units(), position.previous().size().units(), lot);
    }

    private static Size ofMoney(LegContext context) {
        return switch (context.sizes().stated()) {
            case Size.Sized sized -> sized;
            case Size.NotSized(String _, String reason, List<String> lines) ->
                    new Size.NotSized(
                            "QUANTITY_INVALID", "The part to close is not known. " + reason, lines);
        };
    }

    private static Size part(LegContext context, Quantity quantity) {
        return quantity.isZero()
                ? new Size.NotSized(
                        "QUANTITY_INVALID",
                        "The part to close, %s %s, is less than the lot of %s"
                                .formatted(
                                        context.leg().quantity(),
                                        context.leg().quantityUnit(),
                                        context.instrument().lot()),
                        List.of())
                : new Size.Sized(quantity, List.of());
    }
}
