package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param markedAt since when it has been worth this much
public record LedgerAccount(
        String id,
        @Nullable String broker,
        @Nullable String currency,
        @Nullable BigDecimal cash,
        @Nullable BigDecimal flows,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal unrealizedPnl,
        @Nullable BigDecimal fees,
        @Nullable BigDecimal equity,
        @Nullable String state,
        @Nullable Instant markedAt) {}
