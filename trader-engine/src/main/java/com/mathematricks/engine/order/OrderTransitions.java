package com.mathematricks.engine.order;

import static com.mathematricks.model.order.OrderStatus.ACCEPTED;
import static com.mathematricks.model.order.OrderStatus.CANCELLED;
import static com.mathematricks.model.order.OrderStatus.EXPIRED;
import static com.mathematricks.model.order.OrderStatus.FILLED;
import static com.mathematricks.model.order.OrderStatus.PARTIALLY_FILLED;
import static com.mathematricks.model.order.OrderStatus.REJECTED;
import static com.mathematricks.model.order.OrderStatus.SUBMITTED;
import static com.mathematricks.model.order.OrderStatus.UNKNOWN;

import com.mathematricks.model.order.OrderStatus;
import java.util.EnumSet;
import java.util.Set;

/// Which status may follow which. A broker's reports may skip states.
final class OrderTransitions {

    private OrderTransitions() {}

    static boolean allowed(OrderStatus from, OrderStatus to) {
        return after(from).contains(to);
    }

    private static Set<OrderStatus> after(OrderStatus from) {
        return switch (from) {
            case NEW -> EnumSet.of(SUBMITTED, CANCELLED);
            case SUBMITTED ->
                    EnumSet.of(
                            ACCEPTED,
                            PARTIALLY_FILLED,
                            FILLED,
                            CANCELLED,
                            REJECTED,
                            EXPIRED,
                            UNKNOWN);
            case ACCEPTED ->
                    EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED, UNKNOWN);
            case PARTIALLY_FILLED -> EnumSet.of(FILLED, CANCELLED, EXPIRED, UNKNOWN);
            case UNKNOWN ->
                    EnumSet.of(
                            SUBMITTED,
                            ACCEPTED,
                            PARTIALLY_FILLED,
                            FILLED,
                            CANCELLED,
                            REJECTED,
                            EXPIRED);
            case FILLED, CANCELLED, REJECTED, EXPIRED -> EnumSet.noneOf(OrderStatus.class);
        };
    }
}
