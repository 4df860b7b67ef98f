package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Closing;
import com.mathematricks.engine.decision.LegPlan.Protecting;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import java.util.List;
import java.util.Optional;

/// Closes what is held, all or a part, after cancelling what works in the instrument. An entry that
/// is being cancelled may fill before, so an exit is planned for it too and finds out when it is
/// sent.
final class ExitPlanner {

    private ExitPlanner() {}

    static LegPlan exit(LegContext context) {
        List<Order> resting =
                context.leg().quantity() == null ? context.restingExits() : List.<Order>of();
        LegContext rest = context.without(resting);
        Optional<Side> direction = direction(rest);
        if (direction.isEmpty()) {
            return withoutPosition(context);
        }
        return wrongSide(context, direction.get())
                .orElseGet(() -> closeStated(rest, direction.get()).cancellingToo(resting));
    }

    /// Of what there is to close, entries that may still fill included.
    private static Optional<Side> direction(LegContext context) {
        NetQuantity held = context.heldLessExits();
        if (!held.isFlat()) {
            return Optional.of(Sides.direction(held));
        }
        return context.closable(Side.BUY).isPositive()
                ? Optional.of(Side.BUY)
                : Optional.of(Side.SELL).filter(side -> context.closable(side).isPositive());
    }

    private static LegPlan withoutPosition(LegContext context) {
        List<Order> left =
                context.workingButExits().stream()
                        .filter(order -> !order.progress().cancelRequested())
                        .toList();
        if (!left.isEmpty()) {
            return LegPlan.cancelling(left);
        }
        return LegPlan.denied(
                "NOTHING_TO_CLOSE",
                context.ofRole(OrderRole.EXIT).isEmpty()
                        ? "Nothing of " + context.instrument().id() + " is held"
                        : "All of %s %s is being closed already"
                                .formatted(context.held(), context.instrument().id()));
    }

    static Optional<LegPlan> wrongSide(LegContext context, Side direction) {
        return context.leg().side() == direction
                ? Optional.of(
                        LegPlan.denied(
                                "EXIT_WOULD_ENLARGE",
                                "An exit that would %s while %s %s is held enlarges the position"
                                        .formatted(
                                                direction,
                                                context.held(),
                                                context.instrument().id())))
                : Optional.empty();
    }

    /// Everything of that direction.
    static LegPlan closeAll(LegContext context, Side direction) {
        return close(
                context,
                Closing.down(direction.opposite(), context.closable(direction), NetQuantity.FLAT));
    }

    /// The stated part, or everything.
    static LegPlan closeStated(LegContext context, Side direction) {
        Quantity most = context.closable(direction);
        return switch (StatedPart.of(context, most).orElse(null)) {
            case null -> closeAll(context, direction);
            case Size.NotSized(String code, String reason, List<String> _) ->
                    LegPlan.denied(code, reason);
            case Size.Sized(Quantity part, List<String> _) when part.compareTo(most) >= 0 ->
                    closeAll(context, direction);
            case Size.Sized(Quantity part, List<String> _) ->
                    close(context, Closing.down(direction.opposite(), part, null));
        };
    }

    /// What it leaves is protected as it was before: all of it where the broker refuses the exit.
    static LegPlan close(LegContext context, Closing closing) {
        return protectedAgain(LegPlan.closing(context.inTheWay(), closing));
    }

    /// Every stop and target that the plan cancels is placed again behind what is left then.
    static LegPlan protectedAgain(LegPlan plan) {
        return plan.protecting(
                plan.cancels().stream()
                        .filter(order -> order.terms().role().isProtective())
                        .filter(order -> !order.progress().cancelRequested())
                        .map(Protecting::again)
                        .toList());
    }
}
