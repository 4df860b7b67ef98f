package com.mathematricks.engine.book;

import com.mathematricks.model.settings.StrategyName;
import java.time.LocalDate;

/// The last day on which a strategy was closed by its `flat_by`.
public record FlatDay(StrategyName strategy, LocalDate day) {}
