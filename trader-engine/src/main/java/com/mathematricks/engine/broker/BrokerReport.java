package com.mathematricks.engine.broker;

import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;

/// What a broker says about one of our orders.
public sealed interface BrokerReport {

    ClientOrderId order();

    record Accepted(ClientOrderId order, BrokerOrderId brokerOrderId, Instant at)
            implements BrokerReport {}

    record Rejected(ClientOrderId order, String reason, Instant at) implements BrokerReport {}

    record Cancelled(ClientOrderId order, String reason, Instant at) implements BrokerReport {}

    record Expired(ClientOrderId order, String reason, Instant at) implements BrokerReport {}

    record Filled(BrokerFill fill) implements BrokerReport {

        @Override
        public ClientOrderId order() {
            return fill.order();
        }
    }
}
