package com.mathematricks.engine.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.util.Optional;

/// What a trading state holds for: `all`, `account NAME` or `strategy NAME`.
public record StateScope(@JsonValue String value) {

    public static final StateScope ALL = new StateScope("all");

    /// What the name of an account follows.
    public static final String ACCOUNT = "account ";

    private static final String STRATEGY = "strategy ";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StateScope {
        if (!value.equals("all") && !value.startsWith(ACCOUNT) && !value.startsWith(STRATEGY)) {
            throw new IllegalArgumentException("trading state of '" + value + "'");
        }
    }

    public static StateScope of(AccountId account) {
        return new StateScope(ACCOUNT + account);
    }

    public static StateScope of(StrategyName strategy) {
        return new StateScope(STRATEGY + strategy);
    }

    /// Of which account; empty: of none alone.
    public Optional<AccountId> account() {
        return value.startsWith(ACCOUNT)
                ? Optional.of(new AccountId(value.substring(ACCOUNT.length())))
                : Optional.empty();
    }

    /// Of which strategy; empty: of none alone.
    public Optional<StrategyName> strategy() {
        return value.startsWith(STRATEGY)
                ? Optional.of(new StrategyName(value.substring(STRATEGY.length())))
                : Optional.empty();
    }

    public boolean covers(StrategyName strategy, AccountId account) {
        return equals(ALL) || equals(of(account)) || equals(of(strategy));
    }

    /// True for everything, or an account beside a strategy.
    public boolean isWiderThan(StateScope other) {
        return width() > other.width();
    }

    private int width() {
        return equals(ALL) ? 2 : value.startsWith(ACCOUNT) ? 1 : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
