package com.mathematricks.dashboard.strategies;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.strategies.SettingsVersion.Change;
import com.mathematricks.dashboard.strategies.Trial.Tried;
import com.mathematricks.dashboard.whatif.WhatIfReports;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.whatif.LimitPlaces;
import com.mathematricks.model.whatif.WhatIf;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Judges limits that were typed by the decisions of late.
@Component
final class Trials {

    private static final int MOST_STRATEGIES = 500;
    private static final String VALUES = "limits.values.";

    private final OwnedAccounts accounts;
    private final ListSource source;
    private final WhatIfReports reports;

    Trials(OwnedAccounts accounts, ListSource source, WhatIfReports reports) {
        this.accounts = accounts;
        this.source = source;
        this.reports = reports;
    }

    Trial of(StrategySettings before, StrategySettings after) {
        List<OwnedAccount> all = accounts.all();
        Limits account = limits(all, after.account().value());
        Limits overall = limits(all, OwnedAccount.OVERALL);
        List<Tried> tried =
                SettingsVersion.between(before, after, "").changes().stream()
                        .flatMap(change -> tried(change).stream())
                        .map(one ->
                                explained(
                                        one,
                                        places(before, account, overall),
                                        places(after, account, overall)))
                        .toList();
        Map<String, Map<String, WhatIf>> judged =
                Map.of(
                        before.name().value(),
                        whatIfs(before, after, all, UnaryOperator.identity()));
        return new Trial(tried, reports.of(tried.isEmpty() ? Map.of() : judged), false);
    }

    /// Of an account, or over all.
    Trial of(OwnedAccount before, AccountRules after) {
        List<OwnedAccount> all = accounts.all();
        UnaryOperator<OwnedAccount> change =
                account ->
                        account.id().equals(before.id()) ? account.with(after.limits()) : account;
        Map<String, Map<String, WhatIf>> judged = new LinkedHashMap<>();
        Strategies.LISTING
                .page(source, ListQuery.first(MOST_STRATEGIES))
                .items()
                .forEach(strategy ->
                        judged.put(
                                strategy.name().value(), whatIfs(strategy, strategy, all, change)));
        List<Tried> tried =
                before.changes(after).stream().flatMap(one -> tried(one).stream()).toList();
        return new Trial(tried, reports.of(tried.isEmpty() ? Map.of() : judged), true);
    }

    /// By account: a strategy may have decided in another one than now.
    private static Map<String, WhatIf> whatIfs(
            StrategySettings before,
            StrategySettings after,
            List<OwnedAccount> all,
            UnaryOperator<OwnedAccount> change) {
        List<OwnedAccount> changed = all.stream().map(change).toList();
        Limits overall = limits(all, OwnedAccount.OVERALL);
        Limits overallThen = limits(changed, OwnedAccount.OVERALL);
        Map<String, WhatIf> whatIfs = new LinkedHashMap<>();
        for (OwnedAccount account : all) {
            if (account.account() != null) {
                String id = account.id();
                whatIfs.put(
                        id,
                        new WhatIf(
                                places(before, account.limits(), overall),
                                places(after, limits(changed, id), overallThen)));
            }
        }
        return whatIfs;
    }

    private static Limits limits(List<OwnedAccount> accounts, String id) {
        return accounts.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .map(OwnedAccount::limits)
                .orElse(Limits.UNSET);
    }

    private static LimitPlaces places(StrategySettings strategy, Limits account, Limits overall) {
        return new LimitPlaces(
                strategy.limits(), account, overall, strategy.capital(), strategy.mode());
    }

    /// Empty where it is nothing that is judged.
    private static Optional<Tried> tried(Change change) {
        String field = change.field();
        if (field.equals("capital")) {
            return Optional.of(new Tried(field, change.from(), change.to(), ""));
        }
        if (field.equals("limits.onLimit")) {
            return Optional.of(new Tried(LimitsReader.ON_LIMIT, change.from(), change.to(), ""));
        }
        return field.startsWith(VALUES)
                ? Optional.of(
                        new Tried(field.substring(VALUES.length()), change.from(), change.to(), ""))
                : Optional.empty();
    }

    private static Tried explained(Tried tried, LimitPlaces before, LimitPlaces after) {
        return Arrays.stream(LimitKey.values())
                .filter(key -> key.word().equals(tried.field()) && before.holdsAlike(key, after))
                .findFirst()
                .map(key ->
                        new Tried(
                                tried.field(),
                                tried.from(),
                                tried.to(),
                                "no difference: with the account's limits and those over all, %s holds either way"
                                        .formatted(
                                                after.strictest(key)
                                                        .map(Decimals::plain)
                                                        .orElse("none"))))
                .orElse(tried);
    }
}
