package com.mathematricks.dashboard.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param scope `all`, `account NAME` or `strategy NAME`
/// @param cause what set it, for a person
/// @param restoredFrom when the backup was taken that the account came back with, as long as nobody
///   accepted the account
public record ScopeState(
        String scope,
        @Nullable String state,
        @Nullable String cause,
        @Nullable Instant since,
        @Nullable Instant restoredFrom) {

    public boolean needsAcceptance() {
        return restoredFrom != null;
    }

    public boolean isActive() {
        return "ACTIVE".equals(state);
    }
}
