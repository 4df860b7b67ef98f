package com.mathematricks.dashboard.ledger;

import com.mathematricks.dashboard.store.Filter;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.dashboard.store.Scan;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Decimal128;
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
                    Filter.onFew("signalKey", "signalKey"));

    public static final Listing<LedgerFill> FILLS =
            Listing.of(
                    Collections.FILLS,
                    "id",
                    PageOrder.newestByTime("at"),
                    LedgerFill.class,
                    Filter.on("strategy", "strategy"),
                    Filter.on("instrument", "instrument"),
                    Filter.onFew("signalKey", "signalKey"));

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

    /// The closed days of one scope.
    public static final Listing<Equity> EQUITY =
            Listing.of(
                    Collections.PNL_HISTORY,
                    "id",
                    PageOrder.newestByTime("at"),
                    Equity.class,
                    Filter.onFew("scope", "scope"));

    public static final Listing<JournalEntry> JOURNAL =
            new Listing<>(
                    Collections.JOURNAL,
                    "sequence",
                    PageOrder.newestByCount(Collections.JOURNAL, "derived"),
                    List.of(Filter.onFew("key", "key")),
                    JournalEntry::of);

    private static final int MOST_OPEN = 500;

    /// Those whose end is not known yet.
    private static final List<String> WORKING =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> !status.isFinal())
                    .map(OrderStatus::name)
                    .toList();

    private final ListSource source;

    Ledger(ListSource source) {
        this.source = source;
    }

    public <T> Page<T> page(Listing<T> listing, ListQuery query) {
        return listing.page(source, query);
    }

    /// Of a scope that has closed days, these; where none is named, what each account is worth now.
    public Page<Equity> equity(ListQuery query) {
        if (!query.filters().isEmpty()) {
            return EQUITY.page(source, query);
        }
        Instant now = source.clock().instant();
        return ACCOUNTS.page(source, query).map(account -> Equity.of(account, now));
    }

    /// Orders without an end, the newest first; there are never many.
    public List<LedgerOrder> workingOrders() {
        return ORDERS.having(source, "status", WORKING);
    }

    /// What is held now, by account, strategy and instrument.
    public List<LedgerPosition> openPositions() {
        return source.database()
                .getCollection(Collections.POSITIONS)
                .find(new Document("quantity", new Document("$ne", new Decimal128(0))))
                .sort(new Document("_id", 1))
                .limit(MOST_OPEN)
                .map(document -> Documents.read(document, LedgerPosition.class))
                .into(new ArrayList<>());
    }

    public Optional<LedgerPosition> position(String account, String strategy, String instrument) {
        return Optional.ofNullable(
                        source.database()
                                .getCollection(Collections.POSITIONS)
                                .find(
                                        new Document(
                                                "_id",
                                                String.join("|", account, strategy, instrument)))
                                .first())
                .map(document -> Documents.read(document, LedgerPosition.class));
    }

    /// The fills that made a position, the newest first.
    public Scan<LedgerFill> fillsOf(LedgerPosition position, @Nullable String cursor) {
        return FILLS.scan(
                source,
                new Document("strategy", position.strategy()),
                cursor,
                ListQuery.DEFAULT_LIMIT,
                fill ->
                        Objects.equals(fill.get("instrument"), position.instrument())
                                && Objects.equals(fill.get("account"), position.account()));
    }

    /// Orders by any of the filters together: one is answered by its index.
    public Scan<LedgerOrder> orders(ListQuery query) {
        Optional<Filter> indexed =
                ORDERS.filters().stream()
                        .filter(filter -> query.filters().containsKey(filter.name()))
                        .max(Comparator.comparing(Filter::leavesFew));
        var selection = new Document();
        indexed.ifPresent(
                filter -> selection.append(filter.field(), query.filters().get(filter.name())));
        return ORDERS.scan(
                source,
                selection,
                query.cursor(),
                query.limit(),
                order ->
                        ORDERS.filters().stream()
                                .filter(filter -> query.filters().containsKey(filter.name()))
                                .allMatch(filter ->
                                        Objects.equals(
                                                order.get(filter.field()),
                                                query.filters().get(filter.name()))));
    }

    /// All, accounts and strategies whose trading state was ever set.
    public List<ScopeState> tradingStates() {
        return source.database()
                .getCollection(Collections.TRADING_STATES)
                .find()
                .sort(new Document("_id", 1))
                .limit(MOST_OPEN)
                .map(document ->
                        Documents.read(
                                new Document((Map<String, Object>) document)
                                        .append("scope", document.get("_id")),
                                ScopeState.class))
                .into(new ArrayList<>());
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
            for (T item : listing.having(source, "signalKey", signalKeys).reversed()) {
                bySignal.computeIfAbsent(
                                String.valueOf(signalKey.apply(item)), _ -> new ArrayList<>())
                        .add(item);
            }
        }
        return bySignal;
    }
}
