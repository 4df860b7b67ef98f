package com.mathematricks.engine.book;

import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;

/// A signal of a strategy that led to an order, however many it led to.
///
/// @param decision the journal entry that decided it
public record Execution(StrategyName strategy, long decision, Instant at) {}
