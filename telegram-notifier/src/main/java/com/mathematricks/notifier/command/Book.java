package com.mathematricks.notifier.command;

import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.notifier.message.Amounts;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/// What is held, works and is set, as the engine and the dashboard wrote it down.
final class Book {

    private static final String ACTIVE = "ACTIVE";

    /// A phone shows no more, and a bound keeps a question cheap.
    private static final int MOST = 200;

    private static final List<String> WORKING =
            Stream.of(OrderStatus.values())
                    .filter(status -> !status.isFinal())
                    .map(Enum::name)
                    .toList();

    private final MongoDatabase store;

    Book(MongoDatabase store) {
        this.store = store;
    }

    /// Of a collection that stays small.
    List<Document> all(String collection) {
        return store.getCollection(collection)
                .find()
                .sort(Sorts.ascending("_id"))
                .limit(MOST)
                .into(new ArrayList<>());
    }

    /// Those that are not flat.
    List<Document> positions() {
        return store
                .getCollection(Collections.POSITIONS)
                .find()
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>())
                .stream()
                .filter(position -> {
                    BigDecimal quantity = Amounts.number(position, "quantity");
                    return quantity != null && quantity.signum() != 0;
                })
                .toList();
    }

    List<Document> workingOrders() {
        return store.getCollection(Collections.ORDERS)
                .find(Filters.in("status", WORKING))
                .sort(Sorts.ascending("_id"))
                .limit(MOST)
                .into(new ArrayList<>());
    }

    Optional<Document> order(String id) {
        return Optional.ofNullable(
                store.getCollection(Collections.ORDERS).find(Filters.eq("_id", id)).first());
    }

    static boolean isWorking(Document order) {
        return WORKING.contains(order.getString("status"));
    }

    List<Document> strategies() {
        return all(Collections.STRATEGIES);
    }

    /// The trading states that somebody set and that are not ACTIVE.
    List<Document> states() {
        return all(Collections.TRADING_STATES).stream()
                .filter(state -> !ACTIVE.equals(state.getString("state")))
                .toList();
    }

    /// @param scope `all`, `account NAME` or `strategy NAME`
    String state(String scope) {
        Document known =
                store.getCollection(Collections.TRADING_STATES)
                        .find(Filters.eq("_id", scope))
                        .first();
        return known == null ? ACTIVE : known.getString("state");
    }
}
