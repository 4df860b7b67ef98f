package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Opening;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.engine.sizing.Sizer;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.QuantityUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How much a leg opens, after what it closes.
final class OpeningPlanner {

    private OpeningPlanner() {}

    static LegPlan open(LegContext context, LegPlan before, Side side) {
        return switch (context.sized()) {
            case Size.Sized(Quantity quantity, List<String> lines) ->
                    before.opening(new Opening(side, quantity, null, null), lines);
            case Size.NotSized(String code, String reason, List<String> lines) ->
                    before.notOpening(code, reason, lines);
        };
    }

    /// A bridge's message states what to open; the others state the whole order, so what closes
    /// counts. Sizes in money are not orders: there only what is held is closed.
    static LegPlan closeThenOpenTheRest(LegContext context, Side side) {
        boolean holds = context.closable(side.opposite()).isPositive();
        LegPlan close =
                holds
                        ? ExitPlanner.closeAll(context, side.opposite())
                        : LegPlan.cancelling(context.waitingEntries());
        if (context.isBridge() || context.leg().sentiment() != null) {
            return open(context, close, side);
        }
        Quantity held = context.heldLessExits().size().plus(context.waiting(side.opposite()));
        Optional<Quantity> rest =
                wholeOrder(context)
                        .map(order -> order.minusAtMost(held))
                        .filter(Quantity::isPositive);
        if (rest.isPresent()) {
            return openExactly(context, close, side, rest.get());
        }
        return holds && context.isAsSignalled()
                ? ExitPlanner.closeStated(context, side.opposite())
                : close;
    }

    private static Optional<Quantity> wholeOrder(LegContext context) {
        BigDecimal stated = context.leg().quantity();
        boolean inUnits = context.leg().quantityUnit() == QuantityUnit.UNITS;
        if (context.isAsSignalled() && inUnits && stated != null) {
            return Optional.of(new Quantity(stated));
        }
        boolean byUnits =
                switch (context.strategy().sizing().mode()) {
                    case AS_SIGNALLED, FIXED_QUANTITY, SCALED_EQUITY -> true;
                    case FIXED_NOTIONAL, PERCENT_OF_EQUITY, PERCENT_OF_CAPITAL, RISK_AMOUNT ->
                            false;
                };
        return byUnits && context.sized() instanceof Size.Sized(Quantity size, List<String> _)
                ? Optional.of(size)
                : Optional.empty();
    }

    static LegPlan openExactly(LegContext context, LegPlan before, Side side, Quantity quantity) {
        Quantity lots = quantity.roundedDownTo(context.instrument().lot());
        List<String> lines = List.of("rest of the quantity: " + lots);
        return Sizer.tooSmall(context.instrument(), lots)
                ? before.notOpening(
                        "QUANTITY_INVALID",
                        "What is left to open, %s %s, is less than the smallest order of %s"
                                .formatted(
                                        quantity,
                                        context.instrument().id(),
                                        Sizer.smallest(context.instrument())),
                        lines)
                : before.opening(new Opening(side, lots, null, null), lines);
    }
}
