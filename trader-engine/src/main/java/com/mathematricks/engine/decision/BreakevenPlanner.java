package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Protecting;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.order.ProtectiveTerms;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.Protection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Moves the stops to the average price that the position was entered at: each is called back, and
/// placed anew when it has ended. One that is there or beyond already stays, and so does one that
/// trails.
final class BreakevenPlanner {

    private BreakevenPlanner() {}

    static LegPlan plan(LegContext context) {
        NetQuantity held = context.heldLessExits();
        Optional<Price> entered = context.position().averagePrice();
        if (held.isFlat() || entered.isEmpty()) {
            return LegPlan.denied(
                    "NOTHING_TO_CLOSE", "Nothing of " + context.instrument().id() + " is held");
        }
        Side direction = Sides.direction(held);
        List<Order> stops =
                context.ofRole(OrderRole.STOP).stream()
                        .filter(order -> !order.progress().cancelRequested())
                        .filter(order -> order.terms().type() != OrderType.TRAILING_STOP)
                        .toList();
        if (stops.isEmpty()) {
            return LegPlan.denied(
                    "NOTHING_TO_MOVE",
                    "No stop that could be moved works behind " + context.instrument().id());
        }
        OrderTerms target = terms(context, direction, entered.get(), stops.getFirst());
        Price at = Objects.requireNonNull(target.stopPrice());
        if (context.price().filter(now -> !isBetter(direction, now, at)).isPresent()) {
            return LegPlan.denied(
                    "PROTECTION_INVALID",
                    "A stop at the entry price %s would close at once: %s stands at %s"
                            .formatted(
                                    at, context.instrument().id(), context.price().orElseThrow()));
        }
        List<Order> moved =
                stops.stream()
                        .filter(stop -> isBetter(direction, at, stop.terms().stopPrice()))
                        .toList();
        return moved.isEmpty()
                ? LegPlan.nothing(
                        "ALREADY_THERE",
                        "The stop of %s lies at the entry price %s or beyond already"
                                .formatted(context.instrument().id(), at),
                        false)
                : LegPlan.cancelling(moved)
                        .protecting(
                                moved.stream()
                                        .map(stop ->
                                                Protecting.inPlaceOf(
                                                        stop,
                                                        terms(
                                                                context,
                                                                direction,
                                                                entered.get(),
                                                                stop)))
                                        .toList());
    }

    private static OrderTerms terms(LegContext context, Side direction, Price entered, Order stop) {
        return new ProtectiveTerms(context.instrument(), direction, entered)
                .of(OrderRole.STOP, Protection.at(entered), stop.remaining());
    }

    /// True where `price` is the better one for a position of that direction.
    private static boolean isBetter(Side direction, Price price, @Nullable Price than) {
        return than != null && price.compareTo(than) * Sides.sign(direction) > 0;
    }
}
