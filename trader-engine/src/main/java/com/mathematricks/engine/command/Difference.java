package com.mathematricks.engine.command;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.NetQuantity;

/// A position of an account that is another one at the broker.
///
/// @param ours the sum over the strategies
public record Difference(InstrumentId instrument, NetQuantity ours, NetQuantity theirs) {

    /// `AAPL: ours 0, broker's 7`
    @Override
    public String toString() {
        return "%s: ours %s, broker's %s".formatted(instrument, ours, theirs);
    }
}
