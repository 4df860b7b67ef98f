package com.mathematricks.engine.decision;

import com.mathematricks.engine.order.Order;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.Sentiment;
import com.mathematricks.model.signal.SignalLeg;
import com.mathematricks.model.signal.Trigger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each action means for what is held: the table in `docs/signals.md`.
final class LegPlanner {

    private LegPlanner() {}

    static LegPlan plan(LegContext context) {
        SignalLeg leg = context.leg();
        Trigger trigger = leg.trigger();
        if (trigger != null) {
            return StopPlanner.plan(context, trigger);
        }
        if (leg.action() == Action.CANCEL) {
            return cancel(context);
        }
        // An exit that rests would turn what is opened on the other side when its price comes.
        List<Order> resting =
                wantsTheOtherSide(context) ? context.restingExits() : List.<Order>of();
        return tradeWhileOthersWait(context.without(resting)).cancellingToo(resting);
    }

    /// What opens is planned as if nothing waited for the market to open, and takes its place.
    private static LegPlan tradeWhileOthersWait(LegContext context) {
        List<Order> waiting = context.waitingEntries();
        if (waiting.isEmpty() || takesBack(context)) {
            return trade(context);
        }
        LegPlan anew = trade(context.without(waiting));
        return anew.opening().isPresent() ? anew : trade(context);
    }

    /// A bare buy or sell closes the opposite first, and what waits to be opened there counts.
    private static boolean takesBack(LegContext context) {
        SignalLeg leg = context.leg();
        boolean bare = leg.action() == Action.BUY || leg.action() == Action.SELL;
        return bare
                && !isStated(context)
                && leg.side() != null
                && context.waiting(leg.side().opposite()).isPositive();
    }

    private static boolean isStated(LegContext context) {
        return context.leg().position() != null
                && context.strategy().positionMode() == PositionMode.STATED
                && context.leg().entryReference() == null;
    }

    private static boolean wantsTheOtherSide(LegContext context) {
        SignalLeg leg = context.leg();
        NetQuantity held = context.held();
        if (leg.position() != null && isStated(context)) {
            return held.signum() * leg.position().target().signum() < 0;
        }
        return switch (leg.action()) {
            case BUY -> held.isShort();
            case SELL -> held.isLong();
            case ENTRY -> leg.side() != null && Sides.isHeld(leg.side().opposite(), held);
            case REVERSE -> true;
            case ADD, EXIT, CANCEL, BREAKEVEN -> false;
        };
    }

    private static LegPlan trade(LegContext context) {
        SignalLeg leg = context.leg();
        if (leg.position() != null && isStated(context)) {
            return StatedPositionPlanner.plan(context, leg.position());
        }
        return switch (leg.action()) {
            case BUY -> trade(context, Side.BUY);
            case SELL -> trade(context, Side.SELL);
            case ENTRY -> enter(context, entrySide(leg));
            case ADD -> add(context);
            case EXIT ->
                    leg.entryReference() == null
                            ? ExitPlanner.exit(context)
                            : EntryExitPlanner.exit(context, leg.entryReference());
            case REVERSE -> reverse(context);
            case BREAKEVEN -> BreakevenPlanner.plan(context);
            case CANCEL -> cancel(context);
        };
    }

    private static Side entrySide(SignalLeg leg) {
        if (leg.side() == null) {
            throw new IllegalArgumentException("an ENTRY without a side");
        }
        return leg.side();
    }

    /// Closes the opposite position first, then opens what is left of the quantity.
    private static LegPlan trade(LegContext context, Side side) {
        Sentiment sentiment = context.leg().sentiment();
        boolean takesBack = context.waiting(side.opposite()).isPositive();
        if (sentiment == Sentiment.FLAT || against(sentiment, side)) {
            if (takesBack && !context.closable(side.opposite()).isPositive()) {
                return LegPlan.cancelling(context.waitingEntries());
            }
            return context.closable(side.opposite()).isPositive()
                    ? ExitPlanner.closeStated(context, side.opposite())
                    : LegPlan.denied(
                            "NOTHING_TO_CLOSE",
                            "A %s that ends %s closes only, and no %s position in %s is held"
                                    .formatted(
                                            side,
                                            String.valueOf(sentiment),
                                            side == Side.BUY ? "short" : "long",
                                            context.instrument().id()));
        }
        if (takesBack || Sides.isHeld(side.opposite(), context.heldLessExits())) {
            return OpeningPlanner.closeThenOpenTheRest(context, side);
        }
        int entries = entries(context, side);
        if (entries >= context.strategy().pyramiding()) {
            return LegPlan.denied(
                    "ALREADY_IN_POSITION",
                    "%s is already held or being bought or sold by %d entries in that direction (%s), and pyramiding allows %d"
                            .formatted(
                                    context.instrument().id(),
                                    entries,
                                    context.projected(),
                                    context.strategy().pyramiding()));
        }
        return OpeningPlanner.open(context, LegPlan.cancelling(List.of()), side);
    }

    private static boolean against(@Nullable Sentiment sentiment, Side side) {
        return (sentiment == Sentiment.LONG && side == Side.SELL)
                || (sentiment == Sentiment.SHORT && side == Side.BUY);
    }

    private static LegPlan enter(LegContext context, Side side) {
        boolean opposite = Sides.isHeld(side.opposite(), context.heldLessExits());
        LegPlan before =
                opposite
                        ? ExitPlanner.closeAll(context, side.opposite())
                        : LegPlan.cancelling(List.of());
        return OpeningPlanner.open(context, before, side);
    }

    private static LegPlan add(LegContext context) {
        NetQuantity held = context.heldLessExits();
        Side side = context.leg().side();
        if (held.isFlat() || (side != null && !Sides.isHeld(side, held))) {
            return LegPlan.denied(
                    "NOTHING_TO_ADD_TO",
                    "Adding needs a position in that direction, and %s of %s is held"
                            .formatted(held, context.instrument().id()));
        }
        return OpeningPlanner.open(context, LegPlan.cancelling(List.of()), Sides.direction(held));
    }

    private static LegPlan reverse(LegContext context) {
        NetQuantity held = context.heldLessExits();
        if (held.isFlat()) {
            return LegPlan.denied(
                    "NOTHING_TO_CLOSE", "Nothing of " + context.instrument().id() + " is held");
        }
        Side direction = Sides.direction(held);
        LegPlan close = ExitPlanner.closeAll(context, direction);
        return context.isAsSignalled() && context.leg().quantity() == null
                ? OpeningPlanner.openExactly(context, close, direction.opposite(), held.size())
                : OpeningPlanner.open(context, close, direction.opposite());
    }

    private static LegPlan cancel(LegContext context) {
        String reference = context.leg().entryReference();
        List<Order> orders =
                context.working().stream()
                        .filter(LegPlanner::canBeCalledBack)
                        .filter(order ->
                                reference == null || EntryExitPlanner.isOf(order, reference))
                        .toList();
        if (!orders.isEmpty()) {
            return LegPlan.cancelling(orders);
        }
        return reference == null || context.position().lot(reference).isPresent()
                ? LegPlan.denied(
                        "NOTHING_TO_CANCEL",
                        "No order in " + context.instrument().id() + " is working")
                : LegPlan.denied(
                        "ENTRY_UNKNOWN",
                        "No working order of %s belongs to %s"
                                .formatted(context.instrument().id(), reference));
    }

    /// An exit at the market is on its way out and stays so.
    private static boolean canBeCalledBack(Order order) {
        return order.terms().role() != OrderRole.EXIT || order.terms().type() != OrderType.MARKET;
    }

    /// Entries in one direction that are held or working; a position of unknown origin counts as
    /// one.
    private static int entries(LegContext context, Side side) {
        long working =
                context.ofRole(OrderRole.ENTRY).stream()
                        .filter(order -> order.terms().side() == side)
                        .map(order -> Optional.ofNullable(order.origin().entry()))
                        .distinct()
                        .filter(entry -> entry.flatMap(context.position()::lot).isEmpty())
                        .count();
        int lots =
                context.heldLessExits().isFlat()
                        ? 0
                        : Math.max(1, context.position().lots().size());
        return lots + Math.toIntExact(working);
    }
}
