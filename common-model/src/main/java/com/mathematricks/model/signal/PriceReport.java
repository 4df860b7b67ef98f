package com.mathematricks.model.signal;

import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A price that somebody reports, which is no wish to trade: a TradingView price alert, or a post
/// to the engine.
///
/// @param strategy whose alert brought it; null where it came with the internal token
/// @param at when the price was current
public record PriceReport(
        InstrumentReference instrument,
        Price price,
        Instant at,
        String source,
        @Nullable StrategyName strategy) {}
