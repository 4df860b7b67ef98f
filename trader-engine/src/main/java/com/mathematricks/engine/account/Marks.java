package com.mathematricks.engine.account;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import java.util.Optional;

/// The last known price by which a strategy's position is valued.
@FunctionalInterface
public interface Marks {

    Optional<Price> mark(InstrumentId instrument, StrategyName strategy);
}
