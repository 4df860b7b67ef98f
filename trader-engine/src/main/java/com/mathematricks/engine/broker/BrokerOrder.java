package com.mathematricks.engine.broker;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as the broker has it.
///
/// @param reason why it ended other than filled
public record BrokerOrder(
        ClientOrderId id,
        BrokerOrderId brokerOrderId,
        OrderStatus status,
        Quantity filled,
        List<BrokerFill> fills,
        @Nullable String reason) {

    public BrokerOrder {
        fills = List.copyOf(fills);
    }
}
