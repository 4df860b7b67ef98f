package com.mathematricks.engine.broker.paper;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;

/// What a strategy's paper fills add up to in one instrument.
///
/// @param cost of what is open, rounded per fill; below zero for a short
/// @param lastPrice that its last fill was made by
/// @param openedAt when it was last enlarged
record PaperPosition(
        StrategyName strategy,
        InstrumentId instrument,
        NetQuantity quantity,
        Money cost,
        Price lastPrice,
        Instant lastFillAt,
        Instant openedAt) {}
