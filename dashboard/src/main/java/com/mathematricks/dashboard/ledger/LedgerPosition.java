package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param markPrice what one is worth now, by the newest price known
/// @param pricedAt when that price was current
/// @param priceStale true where it is older than a minute, or none is known
/// @param quantity signed: below zero is short
public record LedgerPosition(
        @Nullable String account,
        @Nullable String strategy,
        @Nullable String instrument,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal markPrice,
        @Nullable Instant pricedAt,
        @Nullable String priceSource,
        @Nullable Boolean priceStale,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal unrealizedPnl,
        @Nullable String currency,
        @Nullable Instant markedAt) {

    public boolean isStale() {
        return isOpen() && Boolean.TRUE.equals(priceStale);
    }

    public boolean isOpen() {
        return quantity != null && quantity.signum() != 0;
    }
}
