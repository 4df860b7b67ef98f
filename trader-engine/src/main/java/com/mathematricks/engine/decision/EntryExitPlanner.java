package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Closing;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.EntryLot;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Closes one entry: the stated quantity, never more than the strategy holds, or what the entry has
/// left after its unfilled orders are cancelled.
final class EntryExitPlanner {

    private EntryExitPlanner() {}

    static LegPlan exit(LegContext context, String reference) {
        Optional<EntryLot> lot = context.position().lot(reference);
        List<Order> unfilled =
                context.ofRole(OrderRole.ENTRY).stream()
                        .filter(order -> isOf(order, reference))
                        .toList();
        List<Order> mayFill = unfilled.stream().filter(Order::mayBeAtBroker).toList();
        if (lot.isEmpty() && mayFill.isEmpty()) {
            return unfilled.isEmpty()
                    ? LegPlan.denied(
                            "ENTRY_UNKNOWN",
                            "No open entry of %s is called %s"
                                    .formatted(context.instrument().id(), reference))
                    : LegPlan.cancelling(unfilled);
        }
        Side direction =
                lot.isPresent()
                        ? Sides.direction(context.held())
                        : mayFill.getFirst().terms().side();
        Optional<LegPlan> wrong = ExitPlanner.wrongSide(context, direction);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        String entry =
                lot.map(EntryLot::entry)
                        .orElseGet(() -> String.valueOf(mayFill.getFirst().origin().entry()));
        Quantity left =
                lot.map(EntryLot::left)
                        .orElse(Quantity.ZERO)
                        .plus(remaining(mayFill))
                        .minusAtMost(remaining(exitsOf(context, entry)));
        Quantity most = context.closable(direction);
        if (left.isZero() || most.isZero()) {
            return LegPlan.denied(
                    "NOTHING_TO_CLOSE",
                    "All of entry %s in %s is being closed already"
                            .formatted(reference, context.instrument().id()));
        }
        var cancels = new ArrayList<>(unfilled);
        cancels.addAll(protectiveOf(context, entry));
        return switch (StatedPart.of(context, most).orElse(null)) {
            case null ->
                    close(
                            cancels,
                            new Closing(direction.opposite(), left.min(most), null, entry, true));
            case Size.NotSized(String code, String reason, List<String> _) ->
                    LegPlan.denied(code, reason);
            case Size.Sized(Quantity part, List<String> _) ->
                    close(
                            cancels,
                            new Closing(direction.opposite(), part.min(most), null, entry, false));
        };
    }

    private static LegPlan close(List<Order> cancels, Closing closing) {
        return ExitPlanner.protectedAgain(LegPlan.closing(cancels, closing));
    }

    /// What protects other entries stays.
    private static List<Order> protectiveOf(LegContext context, String entry) {
        return context.racing().stream()
                .filter(order -> !order.plan().wholeEntry() || entry.equals(order.origin().entry()))
                .toList();
    }

    private static List<Order> exitsOf(LegContext context, String entry) {
        return context.ofRole(OrderRole.EXIT).stream()
                .filter(order -> entry.equals(order.origin().entry()))
                .toList();
    }

    private static Quantity remaining(List<Order> orders) {
        return orders.stream().map(Order::remaining).reduce(Quantity.ZERO, Quantity::plus);
    }

    static boolean isOf(Order order, String reference) {
        return reference.equals(order.origin().entry())
                || reference.equals(order.origin().entryName());
    }
}
