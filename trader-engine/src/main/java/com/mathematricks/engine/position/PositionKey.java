package com.mathematricks.engine.position;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;

/// Positions are netted per account, strategy and instrument.
public record PositionKey(AccountId account, StrategyName strategy, InstrumentId instrument) {

    @Override
    public String toString() {
        return account + "|" + strategy + "|" + instrument;
    }
}
