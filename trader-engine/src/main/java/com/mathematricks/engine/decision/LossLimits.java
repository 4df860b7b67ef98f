package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Standings;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.loss.Loss;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.loss.Losses;
import com.mathematricks.engine.loss.Standing;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.OnLoss;
import com.mathematricks.model.settings.StrategySettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Whose losses are limited, and how far they are. Each limit counts where it was set: a strategy's
/// for its own equity, an account's for its own, the overall one for the sum of all.
public final class LossLimits {

    private final Book book;
    private final Settings settings;
    private final Standings standings;

    public LossLimits(Situation situation) {
        this.book = situation.book();
        this.settings = situation.settings();
        this.standings = new Standings(book, settings, new Valuation(book, situation.prices()));
    }

    /// Everything, each account and each strategy that is not archived.
    public List<StateScope> scopes() {
        Stream<StateScope> strategies =
                settings.strategies().stream()
                        .filter(strategy -> !strategy.archived())
                        .map(strategy -> StateScope.of(strategy.name()));
        Stream<StateScope> accounts =
                book.balances().stream().map(AccountBalance::id).map(StateScope::of);
        return Stream.of(
                        strategies.sorted(Comparator.comparing(StateScope::value)),
                        accounts,
                        Stream.of(StateScope.ALL))
                .flatMap(scopes -> scopes)
                .toList();
    }

    public Optional<Percentage> limit(LossBaseline.Key key) {
        return limits(key.scope()).number(key.rule().key()).map(Percentage::new);
    }

    public OnLoss onLoss(StateScope scope) {
        return Objects.requireNonNullElse(limits(scope).onLoss(), OnLoss.REDUCE);
    }

    public Optional<Standing> standing(StateScope scope) {
        return standings.of(scope);
    }

    private Limits limits(StateScope scope) {
        if (scope.equals(StateScope.ALL)) {
            return settings.overall();
        }
        return scope.account()
                .flatMap(settings::account)
                .map(AccountSettings::limits)
                .or(() ->
                        scope.strategy()
                                .flatMap(settings::strategy)
                                .filter(strategy -> !strategy.archived())
                                .map(StrategySettings::limits))
                .orElse(Limits.UNSET);
    }

    /// As the journal's baselines say. What stopped the scope already is left to its state.
    Losses losses(List<StateScope> scopes, LossRule rule) {
        var known = new ArrayList<Loss>();
        var unknown = new ArrayList<String>();
        for (StateScope scope : scopes) {
            var key = new LossBaseline.Key(scope, rule);
            Optional<Percentage> limit = limit(key);
            if (limit.isEmpty()) {
                continue;
            }
            Optional<Standing> now = standing(scope);
            if (now.isEmpty()) {
                unknown.add(
                        "What %s is worth in sum is not known: its accounts keep different currencies"
                                .formatted(scope));
                continue;
            }
            book.baseline(key)
                    .filter(baseline -> !baseline.reached())
                    .flatMap(baseline -> baseline.after(now.get()))
                    .map(baseline -> new Loss(baseline, now.get().equity(), limit.get()))
                    .ifPresent(known::add);
        }
        return new Losses(known, unknown);
    }

    /// True where nothing stops the scope itself.
    public static boolean trades(StateScope scope, Book book) {
        return book.state(scope).filter(state -> state.state() != TradingState.ACTIVE).isEmpty();
    }
}
