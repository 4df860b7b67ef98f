package com.mathematricks.engine.decision;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;

/// What an order will probably cost in fees, in the instrument's quote currency.
@FunctionalInterface
public interface FeeEstimate {

    Money fee(Instrument instrument, Price price, Quantity quantity);
}
