package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Protecting;
import com.mathematricks.engine.order.ProtectiveTerms;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.Protection;
import com.mathematricks.model.signal.Trigger;
import java.util.List;
import java.util.Optional;

/// A stop behind what is held, in place of the one before; a condition that a stop order cannot
/// express is not supported yet.
final class StopPlanner {

    private StopPlanner() {}

    static LegPlan plan(LegContext context, Trigger trigger) {
        NetQuantity held = context.heldLessExits();
        if (held.isFlat()) {
            return LegPlan.denied(
                    "NOTHING_TO_CLOSE", "Nothing of " + context.instrument().id() + " is held");
        }
        boolean below =
                switch (trigger.comparison()) {
                    case BELOW, AT_OR_BELOW -> true;
                    case ABOVE, AT_OR_ABOVE -> false;
                };
        Side direction = Sides.direction(held);
        Optional<LegPlan> wrong = ExitPlanner.wrongSide(context, direction);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (below != held.isLong()) {
            return LegPlan.denied(
                    "NOT_SUPPORTED",
                    "A trigger %s %s that takes profit is not supported by this version"
                            .formatted(below ? "below" : "above", trigger.price()));
        }
        return switch (StatedPart.of(context, held.size()).orElse(null)) {
            case null -> stop(context, direction, held.size(), trigger);
            case Size.NotSized(String code, String reason, List<String> _) ->
                    LegPlan.denied(code, reason);
            case Size.Sized(Quantity part, List<String> _) ->
                    stop(context, direction, part.min(held.size()), trigger);
        };
    }

    private static LegPlan stop(
            LegContext context, Side direction, Quantity quantity, Trigger trigger) {
        return LegPlan.cancelling(context.ofRole(OrderRole.STOP))
                .protecting(
                        List.of(
                                Protecting.ofAll(
                                        new ProtectiveTerms(
                                                        context.instrument(),
                                                        direction,
                                                        trigger.price())
                                                .of(
                                                        OrderRole.STOP,
                                                        Protection.at(trigger.price()),
                                                        quantity))));
    }
}
