package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Closing;
import com.mathematricks.engine.decision.LegPlan.Opening;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.engine.sizing.Sizer;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.signal.QuantityUnit;
import com.mathematricks.model.signal.StatedPosition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stated position is the truth: trades target − (held + working), whatever the action says, so
/// that a missed or doubled alert heals itself. What shrinks the sender's position never opens or
/// adds.
final class StatedPositionPlanner {

    private StatedPositionPlanner() {}

    static LegPlan plan(LegContext context, StatedPosition stated) {
        if (stated.target().isFlat() || shrinks(context, stated)) {
            return towards(context, ownTarget(context, stated), true, null, List.of());
        }
        boolean newDirection = context.projected().signum() != stated.target().signum();
        if (!newDirection || context.isAsSignalled()) {
            NetQuantity target = ownTarget(context, stated);
            return target.isFlat()
                    ? towards(context, target, true, null, List.of())
                            .notOpening("QUANTITY_INVALID", tooSmall(context, stated), List.of())
                    : towards(context, target, false, null, List.of());
        }
        // Of the sender's size only its proportion to the sender's equity counts.
        BigDecimal scaled =
                context.strategy().sizing().mode() == SizingMode.SCALED_EQUITY
                        ? stated.target().size().units()
                        : null;
        return switch (context.sizes().opening(scaled, QuantityUnit.UNITS)) {
            case Size.NotSized(String code, String reason, List<String> lines) ->
                    towards(context, NetQuantity.FLAT, true, null, List.of())
                            .notOpening(code, reason, lines);
            case Size.Sized(Quantity size, List<String> lines) ->
                    towards(
                            context,
                            NetQuantity.of(Sides.direction(stated.target()), size),
                            false,
                            size.units()
                                    .divide(stated.target().size().units(), MathContext.DECIMAL64),
                            lines);
        };
    }

    private static String tooSmall(LegContext context, StatedPosition stated) {
        return "The stated position %s is less than the lot of %s %s in our size"
                .formatted(stated.target(), context.instrument().lot(), context.instrument().id());
    }

    private static boolean shrinks(LegContext context, StatedPosition stated) {
        NetQuantity previous = stated.previous();
        if (previous != null) {
            return previous.signum() == stated.target().signum()
                    && stated.target().size().compareTo(previous.size()) < 0;
        }
        Side side = context.leg().side();
        return side != null && Sides.sign(side) != stated.target().signum();
    }

    /// The sender's target in our size, rounded down to the lot.
    private static NetQuantity ownTarget(LegContext context, StatedPosition stated) {
        if (stated.target().isFlat()) {
            return NetQuantity.FLAT;
        }
        BigDecimal ratio =
                context.isAsSignalled() ? BigDecimal.ONE : context.position().sizeRatio();
        Quantity size =
                stated.target().size().times(ratio, BigDecimal.ONE, context.instrument().lot());
        return NetQuantity.of(Sides.direction(stated.target()), size);
    }

    private static LegPlan towards(
            LegContext context,
            NetQuantity target,
            boolean shrinkOnly,
            @Nullable BigDecimal ratio,
            List<String> lines) {
        NetQuantity projected = context.projected();
        boolean nearerFlat =
                target.signum() != projected.signum()
                        || target.size().compareTo(projected.size()) < 0;
        List<Order> entries = context.ofRole(OrderRole.ENTRY);
        boolean cancelEntries = nearerFlat && !entries.isEmpty();
        NetQuantity base = cancelEntries ? context.heldLessExits() : projected;
        Side direction = direction(context, base);
        // Entries that are being cancelled may fill before.
        Quantity most = cancelEntries ? context.closable(direction) : base.size();
        boolean sameSide = Sides.isHeld(direction, target);
        Quantity keep = sameSide ? target.size().min(most) : Quantity.ZERO;
        Quantity close = most.minus(keep);
        Quantity open =
                shrinkOnly || target.isFlat()
                        ? Quantity.ZERO
                        : target.size().minusAtMost(sameSide ? base.size() : Quantity.ZERO);

        LegPlan plan = LegPlan.cancelling(cancelEntries ? entries : List.of());
        if (close.isPositive()) {
            NetQuantity leaves = NetQuantity.of(direction, keep);
            plan = ExitPlanner.close(context, Closing.down(direction.opposite(), close, leaves));
        }
        if (open.isPositive()) {
            return opening(
                    context,
                    plan,
                    new Opening(Sides.direction(target), open, ratio, target),
                    lines);
        }
        return close.isPositive() || cancelEntries
                ? plan
                : LegPlan.nothing(
                        "ALREADY_THERE",
                        "The position that the sender states needs no order: target %s, held and working %s of %s"
                                .formatted(target, projected, context.instrument().id()),
                        false);
    }

    /// Of what there may be to close; any where there is nothing.
    private static Side direction(LegContext context, NetQuantity base) {
        if (!base.isFlat()) {
            return Sides.direction(base);
        }
        return context.closable(Side.SELL).isPositive() ? Side.SELL : Side.BUY;
    }

    private static LegPlan opening(
            LegContext context, LegPlan before, Opening opening, List<String> lines) {
        if (Sizer.tooSmall(context.instrument(), opening.quantity())) {
            return before.notOpening(
                    "QUANTITY_INVALID",
                    "What is missing to the stated position, %s %s, is less than the smallest order of %s"
                            .formatted(
                                    opening.quantity(),
                                    context.instrument().id(),
                                    Sizer.smallest(context.instrument())),
                    lines);
        }
        String difference =
                "target %s − (held %s + working %s)"
                        .formatted(
                                opening.reaches(),
                                context.held(),
                                context.projected().minus(context.held()));
        return before.opening(opening, lines.isEmpty() ? List.of(difference) : lines);
    }
}
