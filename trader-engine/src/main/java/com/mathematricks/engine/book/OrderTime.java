package com.mathematricks.engine.book;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;

/// When an order was planned, for the limit of orders per minute.
public record OrderTime(Instant at, StrategyName strategy, AccountId account) {}
