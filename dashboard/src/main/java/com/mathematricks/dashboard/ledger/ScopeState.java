package com.mathematricks.dashboard.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param scope `all`, `account NAME` or `strategy NAME`
/// @param cause what set it, for a person
public record ScopeState(
        String scope, @Nullable String state, @Nullable String cause, @Nullable Instant since) {

    public boolean isActive() {
        return "ACTIVE".equals(state);
    }
}
