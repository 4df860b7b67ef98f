package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param fee in `currency`, what was paid is above zero
/// @param priceSource where the paper broker's reference price came from
public record LedgerFill(
        String id,
        @Nullable String clientOrderId,
        @Nullable String signalId,
        @Nullable String signalKey,
        @Nullable String strategy,
        @Nullable String account,
        @Nullable String instrument,
        @Nullable String side,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable BigDecimal fee,
        @Nullable String currency,
        @Nullable String priceSource,
        @Nullable Instant at) {}
