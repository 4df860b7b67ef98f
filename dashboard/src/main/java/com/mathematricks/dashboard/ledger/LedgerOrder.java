package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param trail how far a trailing stop stays behind the price, as `2 %` or `1.5`
/// @param waitsUntil the open of the market that it waits for; null: it waits for none
/// @param reason why it ended as it did, where the broker or the engine said so
public record LedgerOrder(
        String clientOrderId,
        @Nullable String brokerOrderId,
        @Nullable String signalId,
        @Nullable String signalKey,
        @Nullable String strategy,
        @Nullable String account,
        @Nullable String instrument,
        @Nullable String side,
        @Nullable String type,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable String trail,
        @Nullable String timeInForce,
        @Nullable String role,
        @Nullable String status,
        @Nullable BigDecimal filledQuantity,
        @Nullable BigDecimal averagePrice,
        @Nullable Instant waitsUntil,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String reason) {}
