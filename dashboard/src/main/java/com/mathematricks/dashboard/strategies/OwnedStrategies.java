package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The strategies as their owner changes them. Engine and collector read the collection every few
/// seconds. What each version changed is kept in the same document, so that a change and its record
/// are one write.
@Component
final class OwnedStrategies {

    private static final String HISTORY = "history";
    private static final String BY = "owner";
    private static final String OVERALL = "overall";

    private final MongoDatabase store;

    OwnedStrategies(MongoDatabase store) {
        this.store = store;
    }

    /// @param history newest first
    record Owned(StrategySettings settings, List<SettingsVersion> history) {}

    Optional<Owned> find(String name) {
        Document found = strategies().find(new Document("_id", name)).first();
        return Optional.ofNullable(found).map(OwnedStrategies::owned);
    }

    private static Owned owned(Document document) {
        List<SettingsVersion> history = new ArrayList<>();
        for (Document version : document.getList(HISTORY, Document.class, List.of())) {
            history.addFirst(Documents.read(version, SettingsVersion.class));
        }
        return new Owned(Documents.read(document, StrategySettings.class), history);
    }

    /// False: the name is taken.
    boolean add(StrategySettings fresh) {
        var made = new SettingsVersion(1, fresh.changedAt(), BY, List.of());
        Document document = new Document("_id", fresh.name().value());
        document.putAll(Documents.of(fresh));
        document.append(HISTORY, List.of(Documents.of(made)));
        try {
            strategies().insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /// False: somebody else made a version meanwhile. What changes nothing makes no version.
    boolean change(StrategySettings before, StrategySettings after) {
        SettingsVersion version = SettingsVersion.between(before, after, BY);
        if (version.changes().isEmpty()) {
            return true;
        }
        Document fields = Documents.of(after);
        var unset = new Document();
        Documents.of(before).keySet().stream()
                .filter(field -> !fields.containsKey(field))
                .forEach(field -> unset.append(field, ""));
        var update =
                new Document("$set", fields)
                        .append("$push", new Document(HISTORY, Documents.of(version)));
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        return strategies()
                        .updateOne(
                                new Document("_id", before.name().value())
                                        .append("version", before.version()),
                                update)
                        .getMatchedCount()
                == 1;
    }

    Set<String> accounts() {
        Set<String> ids = new TreeSet<>();
        store.getCollection(Collections.ACCOUNT_SETTINGS)
                .find()
                .map(document -> String.valueOf(document.get("_id")))
                .into(ids);
        ids.remove(OVERALL);
        return ids;
    }

    /// What is open of a strategy, in words; null: it is flat and nothing works.
    @Nullable String open(String strategy) {
        long held =
                store
                        .getCollection(Collections.POSITIONS)
                        .find(new Document("strategy", strategy))
                        .into(new ArrayList<>())
                        .stream()
                        .filter(OwnedStrategies::isHeld)
                        .count();
        List<String> working =
                Arrays.stream(OrderStatus.values())
                        .filter(status -> !status.isFinal())
                        .map(OrderStatus::name)
                        .toList();
        // Few orders work at a time, while a strategy may have had any number.
        long orders =
                store
                        .getCollection(Collections.ORDERS)
                        .find(new Document("status", new Document("$in", working)))
                        .into(new ArrayList<>())
                        .stream()
                        .filter(order -> strategy.equals(order.get("strategy")))
                        .count();
        return held == 0 && orders == 0
                ? null
                : "Open positions: %d, working orders: %d.".formatted(held, orders);
    }

    private static boolean isHeld(Document position) {
        return position.get("quantity") instanceof Decimal128 quantity
                && quantity.bigDecimalValue().compareTo(BigDecimal.ZERO) != 0;
    }

    private MongoCollection<Document> strategies() {
        return store.getCollection(Collections.STRATEGIES);
    }
}
