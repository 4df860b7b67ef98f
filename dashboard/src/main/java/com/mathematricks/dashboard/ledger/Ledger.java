package com.mathematricks.dashboard.ledger;

import com.mathematricks.dashboard.store.Filter;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The lists of what the engine wrote.
@Component
public final class Ledger {

    public static final Listing<LedgerOrder> ORDERS =
            Listing.of(
                    Collections.ORDERS,
                    "clientOrderId",
                    PageOrder.newestByTime("createdAt"),
                    LedgerOrder.class,
                    Filter.on("strategy", "strategy"),
                    Filter.on("status", "status", OrderStatus.class),
                    Filter.on("instrument", "instrument"),
                    Filter.on("signalKey", "signalKey"));

    public static final Listing<LedgerFill> FILLS =
            Listing.of(
                    Collections.FILLS,
                    "id",
                    PageOrder.newestByTime("at"),
                    LedgerFill.class,
                    Filter.on("strategy", "strategy"),
                    Filter.on("instrument", "instrument"),
                    Filter.on("signalKey", "signalKey"));

    public static final Listing<LedgerPosition> POSITIONS =
            Listing.of(
                    Collections.POSITIONS,
                    "id",
                    PageOrder.byId(),
                    LedgerPosition.class,
                    Filter.on("strategy", "strategy"),
                    Filter.on("instrument", "instrument"));

    public static final Listing<LedgerAccount> ACCOUNTS =
            Listing.of(Collections.ACCOUNTS, "id", PageOrder.byId(), LedgerAccount.class);

    public static final Listing<JournalEntry> JOURNAL =
            new Listing<>(
                    Collections.JOURNAL,
                    "sequence",
                    PageOrder.newestByNumber("_id"),
                    List.of(Filter.on("key", "key")),
                    JournalEntry::of);

    private final MongoDatabase store;
    private final Clock clock;

    Ledger(MongoDatabase store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public <T> Page<T> page(Listing<T> listing, ListQuery query) {
        return listing.page(store, query);
    }

    /// Until a history is kept: what each account is worth now.
    public Page<Equity> equity(ListQuery query) {
        Instant now = clock.instant();
        return ACCOUNTS.page(store, query).map(account -> Equity.of(account, now));
    }

    /// By signal key, in the order in which they were made.
    public Map<String, List<LedgerOrder>> ordersOf(Collection<String> signalKeys) {
        return of(ORDERS, signalKeys, LedgerOrder::signalKey);
    }

    /// By signal key, in the order in which they were made.
    public Map<String, List<LedgerFill>> fillsOf(Collection<String> signalKeys) {
        return of(FILLS, signalKeys, LedgerFill::signalKey);
    }

    private <T> Map<String, List<T>> of(
            Listing<T> listing,
            Collection<String> signalKeys,
            Function<T, @Nullable String> signalKey) {
        Map<String, List<T>> bySignal = new HashMap<>();
        if (!signalKeys.isEmpty()) {
            for (T item : listing.having(store, "signalKey", signalKeys).reversed()) {
                bySignal.computeIfAbsent(
                                String.valueOf(signalKey.apply(item)), _ -> new ArrayList<>())
                        .add(item);
            }
        }
        return bySignal;
    }
}
