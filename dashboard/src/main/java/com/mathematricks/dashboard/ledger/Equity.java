package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param scope `total`, `strategy NAME` or `account NAME`
/// @param at when a closed day was closed; of an account, when this was last written, before the
///   first mark now
public record Equity(String scope, Instant at, @Nullable BigDecimal equity) {

    static Equity of(LedgerAccount account, Instant now) {
        Instant marked = account.markedAt();
        return new Equity(
                "account " + account.id(), marked == null ? now : marked, account.equity());
    }
}
