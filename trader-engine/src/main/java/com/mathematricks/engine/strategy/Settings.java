package com.mathematricks.engine.strategy;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All settings at one moment. Immutable.
public final class Settings {

    public static final Settings NONE = new Settings(List.of(), List.of(), Limits.UNSET);

    private final Map<StrategyName, StrategySettings> strategies;
    private final Map<AccountId, AccountSettings> accounts;
    private final Limits overall;

    public Settings(
            List<StrategySettings> strategies, List<AccountSettings> accounts, Limits overall) {
        this.strategies =
                strategies.stream()
                        .collect(Collectors.toMap(StrategySettings::name, Function.identity()));
        this.accounts =
                accounts.stream()
                        .collect(Collectors.toMap(AccountSettings::id, Function.identity()));
        this.overall = overall;
    }

    public Optional<StrategySettings> strategy(StrategyName name) {
        return Optional.ofNullable(strategies.get(name));
    }

    public Collection<StrategySettings> strategies() {
        return strategies.values();
    }

    public Optional<AccountSettings> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public Collection<AccountSettings> accounts() {
        return accounts.values();
    }

    public Limits overall() {
        return overall;
    }
}
