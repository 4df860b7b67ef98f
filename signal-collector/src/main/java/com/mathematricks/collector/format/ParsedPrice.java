package com.mathematricks.collector.format;

import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A price that an alert reports; no wish to trade.
///
/// @param at null where the sender did not say
public record ParsedPrice(
        Labels labels, InstrumentReference instrument, Price price, @Nullable Instant at) {}
