package com.mathematricks.engine.book;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.loss.Standing;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/// What everything, an account or a strategy is worth at the last known prices.
public final class Standings {

    private final Book book;
    private final Settings settings;
    private final Valuation valuation;

    public Standings(Book book, Settings settings, Valuation valuation) {
        this.book = book;
        this.settings = settings;
        this.valuation = valuation;
    }

    /// Empty for what is not open or not set up, and for everything where accounts keep different
    /// currencies: without a rate they cannot be added up.
    public Optional<Standing> of(StateScope scope) {
        if (scope.equals(StateScope.ALL)) {
            return total();
        }
        Optional<AccountId> account = scope.account();
        return account.isPresent()
                ? book.balance(account.get())
                        .map(balance -> new Standing(balance.flows(), valuation.equity(balance)))
                : scope.strategy().flatMap(this::strategy);
    }

    private Optional<Standing> total() {
        Collection<AccountBalance> all = book.balances();
        long currencies = all.stream().map(AccountBalance::currency).distinct().count();
        return currencies == 1
                ? Optional.of(new Standing(sum(AccountBalance::flows), sum(valuation::equity)))
                : Optional.empty();
    }

    private Money sum(Function<AccountBalance, Money> amount) {
        return book.balances().stream().map(amount).reduce(Money::plus).orElseThrow();
    }

    private Optional<Standing> strategy(StrategyName name) {
        return settings.strategy(name)
                .flatMap(strategy ->
                        settings.account(strategy.account())
                                .map(AccountSettings::currency)
                                .map(currency -> standing(strategy, currency)));
    }

    private Standing standing(StrategySettings strategy, Currency currency) {
        Money capital = new Money(strategy.capital(), currency);
        return new Standing(capital, capital.plus(netPnl(strategy.name(), currency)));
    }

    /// In all accounts that it ever traded in, so that moving to another one is no profit or loss.
    private Money netPnl(StrategyName strategy, Currency currency) {
        return book.balances().stream()
                .filter(balance -> balance.currency().equals(currency))
                .map(balance -> valuation.netPnl(strategy, balance))
                .reduce(Money.zero(currency), Money::plus);
    }
}
