package com.mathematricks.engine.broker;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.Side;
import java.time.Instant;

/// One execution as the broker reports it.
///
/// @param id the broker's id of it, unique within account and instrument
/// @param fee in the account's currency, zero or more
/// @param priceSource where the price came from and how old it was, for a person; for a live broker
///   its name
public record BrokerFill(
        String id,
        ClientOrderId order,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        Price price,
        Money fee,
        String priceSource,
        Instant at) {}
