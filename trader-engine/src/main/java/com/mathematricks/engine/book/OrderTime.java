package com.mathematricks.engine.book;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;

/// When an order was planned, for the limit of orders per minute. Protective orders count for
/// nothing in it: they never enlarge.
public record OrderTime(Instant at, StrategyName strategy, AccountId account) {}
