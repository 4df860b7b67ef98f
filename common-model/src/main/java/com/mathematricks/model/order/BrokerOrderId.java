package com.mathematricks.model.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The broker's own key of an order.
public record BrokerOrderId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BrokerOrderId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("broker order id is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
