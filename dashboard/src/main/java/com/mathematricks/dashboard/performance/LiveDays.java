package com.mathematricks.dashboard.performance;

import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerAccount;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the running day has brought so far, from what accounts and positions are worth now: nobody
/// has to wait for the close, and nothing is asked of the engine.
@Component
final class LiveDays {

    private static final int MOST_ACCOUNTS = 500;

    private final MongoDatabase store;
    private final Ledger ledger;

    LiveDays(MongoDatabase store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /// Empty where there is no account yet, one has not been valued, or they keep different
    /// currencies.
    Optional<LiveDay> total(Optional<PnlDay> last) {
        List<LedgerAccount> accounts = accounts();
        boolean addable =
                accounts.stream().map(LedgerAccount::currency).distinct().count() == 1
                        && accounts.stream().allMatch(account -> account.equity() != null);
        return addable
                ? Optional.of(
                        LiveDay.of(
                                String.valueOf(accounts.getFirst().currency()),
                                sum(accounts, LedgerAccount::flows),
                                sum(accounts, LedgerAccount::equity),
                                last))
                : Optional.empty();
    }

    /// Then there is no total: nobody here knows rates.
    boolean keepsSeveralCurrencies() {
        return accounts().stream().map(LedgerAccount::currency).distinct().count() > 1;
    }

    /// Its capital and the net profit and loss of its positions, open and closed.
    Optional<LiveDay> strategy(StrategySettings strategy, Optional<PnlDay> last) {
        return accounts().stream()
                .filter(account -> account.id().equals(strategy.account().value()))
                .map(account -> String.valueOf(account.currency()))
                .findFirst()
                .map(currency ->
                        LiveDay.of(
                                currency,
                                strategy.capital(),
                                strategy.capital().add(netPnl(strategy, currency)),
                                last));
    }

    private BigDecimal netPnl(StrategySettings strategy, String currency) {
        List<Document> positions =
                store.getCollection(Collections.POSITIONS)
                        .find(Filters.eq("strategy", strategy.name().value()))
                        .into(new ArrayList<>());
        return positions.stream()
                .filter(position -> currency.equals(position.getString("currency")))
                .map(position ->
                        amount(position, "realizedPnl")
                                .add(amount(position, "unrealizedPnl"))
                                .subtract(amount(position, "fees")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<LedgerAccount> accounts() {
        return ledger.page(Ledger.ACCOUNTS, ListQuery.first(MOST_ACCOUNTS)).items();
    }

    private static BigDecimal sum(
            List<LedgerAccount> accounts, Function<LedgerAccount, @Nullable BigDecimal> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LedgerAccount account : accounts) {
            BigDecimal one = amount.apply(account);
            sum = one == null ? sum : sum.add(one);
        }
        return sum;
    }

    private static BigDecimal amount(Document document, String field) {
        return document.get(field) instanceof Decimal128 amount
                ? amount.bigDecimalValue()
                : BigDecimal.ZERO;
    }
}
