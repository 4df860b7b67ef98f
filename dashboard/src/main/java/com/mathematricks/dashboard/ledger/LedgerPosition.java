package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param markPrice what one is worth now, by the newest price known
/// @param quantity signed: below zero is short
public record LedgerPosition(
        @Nullable String account,
        @Nullable String strategy,
        @Nullable String instrument,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal markPrice,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal unrealizedPnl,
        @Nullable String currency,
        @Nullable Instant markedAt) {

    public boolean isOpen() {
        return quantity != null && quantity.signum() != 0;
    }
}
