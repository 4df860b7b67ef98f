package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.Signal;
import java.util.Optional;

/// Decides about a signal: find strategy → find instruments → plan → size → check → orders. Pure.
public final class Decider {

    private Decider() {}

    public static Draft decide(Signal signal, Situation situation) {
        Optional<StrategySettings> strategy =
                situation
                        .settings()
                        .strategy(signal.strategy())
                        .filter(settings -> !settings.archived());
        if (strategy.isEmpty()) {
            return Denial.of(
                    signal,
                    situation,
                    "STRATEGY_UNKNOWN",
                    "No strategy is called %s: create it on the page Strategies"
                            .formatted(signal.strategy()));
        }
        StrategySettings settings = strategy.get();
        if (signal.account() != null && !signal.account().equals(settings.account())) {
            return Denial.of(
                    signal,
                    situation,
                    settings,
                    "ACCOUNT_NOT_ALLOWED",
                    "The signal names account %s, strategy %s trades in %s"
                            .formatted(signal.account(), settings.name(), settings.account()));
        }
        Optional<AccountSettings> account = situation.settings().account(settings.account());
        Optional<AccountBalance> balance = situation.book().balance(settings.account());
        if (account.isEmpty() || balance.isEmpty()) {
            return Denial.of(
                    signal,
                    situation,
                    settings,
                    "BROKER_DOWN",
                    "Account %s is not open".formatted(settings.account()));
        }
        return new SignalDecision(signal, situation, settings, account.get(), balance.get())
                .decide();
    }
}
