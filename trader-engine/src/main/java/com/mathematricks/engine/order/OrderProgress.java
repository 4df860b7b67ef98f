package com.mathematricks.engine.order;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far an order has come.
///
/// @param filledValue Σ price × quantity of its fills, without multiplier
/// @param cancelRequested true from the moment that the broker may be asked to cancel it
/// @param reason why it ended other than filled, or why it is UNKNOWN
public record OrderProgress(
        OrderStatus status,
        Quantity filled,
        BigDecimal filledValue,
        @Nullable BrokerOrderId brokerOrderId,
        boolean cancelRequested,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    static OrderProgress created(Instant at) {
        return new OrderProgress(
                OrderStatus.NEW, Quantity.ZERO, BigDecimal.ZERO, null, false, null, at, at);
    }
}
