package com.mathematricks.engine.broker;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.NetQuantity;

/// What the broker says that the account holds; never flat.
public record BrokerPosition(InstrumentId instrument, NetQuantity quantity) {}
