package com.mathematricks.engine.control;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// @param cause what set it, for a person
/// @param restoredFrom when the backup was taken that an account came back with, as long as nobody
///   has accepted the account; else null
public record ScopeState(
        StateScope scope,
        TradingState state,
        String cause,
        Instant since,
        @Nullable Instant restoredFrom) {

    /// What the cause begins with where a person's command set the state.
    public static final String ASKED = "asked by ";

    private static final ScopeState NEVER_SET =
            new ScopeState(StateScope.ALL, TradingState.ACTIVE, "never set", Instant.EPOCH);

    public ScopeState(StateScope scope, TradingState state, String cause, Instant since) {
        this(scope, state, cause, since, null);
    }

    /// The strictest of all, the account's and the strategy's.
    ///
    /// @param known null for a scope whose state was never set
    public static ScopeState strictest(
            Function<StateScope, @Nullable ScopeState> known,
            StrategyName strategy,
            AccountId account) {
        return Stream.of(StateScope.ALL, StateScope.of(account), StateScope.of(strategy))
                .map(known)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(ScopeState::state))
                .orElse(NEVER_SET);
    }

    /// True where a person wanted it, false where the engine itself stopped.
    public boolean isAsked() {
        return cause.startsWith(ASKED);
    }

    public boolean isAtLeast(TradingState other) {
        return state.compareTo(other) >= 0;
    }

    /// True where only a person's acceptance can be followed by trading.
    public boolean needsAcceptance() {
        return restoredFrom != null;
    }

    /// As strict as before, for another cause.
    public ScopeState because(String newCause) {
        return new ScopeState(scope, state, newCause, since, restoredFrom);
    }

    /// Still stopped, but no more than a person can resume.
    public ScopeState accepted(String newCause) {
        return new ScopeState(scope, state, newCause, since);
    }
}
