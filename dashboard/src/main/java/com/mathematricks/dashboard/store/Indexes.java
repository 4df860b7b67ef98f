package com.mathematricks.dashboard.store;

import com.mathematricks.service.store.Collections;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indexes that the dashboard's lists follow. The collections' writers create their own; an
/// index that is there already is left as it is.
public final class Indexes implements StoreStep {

    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

    private static final Map<String, List<List<String>>> WANTED =
            Map.of(
                    Collections.TRADING_SIGNALS,
                    List.of(
                            List.of("intake.sequence"),
                            List.of("intake.key"),
                            List.of("intake.signalId"),
                            List.of("intake.strategy", "intake.sequence"),
                            List.of("intake.status", "intake.sequence"),
                            List.of("intake.receivedAt")),
                    Collections.ORDERS,
                    List.of(
                            List.of("createdAt", "_id"),
                            List.of("signalKey"),
                            List.of("strategy", "createdAt", "_id"),
                            List.of("status", "createdAt", "_id"),
                            List.of("instrument", "createdAt", "_id")),
                    Collections.FILLS,
                    List.of(
                            List.of("at", "_id"),
                            List.of("signalKey"),
                            List.of("strategy", "at", "_id"),
                            List.of("instrument", "at", "_id")),
                    Collections.PNL_HISTORY,
                    List.of(List.of("scope", "date"), List.of("scope", "at", "_id")),
                    Collections.POSITIONS,
                    List.of(List.of("strategy", "_id"), List.of("instrument", "_id")),
                    Collections.NOTIFICATIONS,
                    List.of(List.of("at", "_id")));

    /// An index on the same fields with other options, or another name, is there.
    private static final Set<Integer> THERE_ALREADY = Set.of(85, 86);

    private static final int UNAUTHORIZED = 13;

    private final MongoDatabase store;

    public Indexes(MongoDatabase store) {
        this.store = store;
    }

    @Override
    public void prepare() {
        WANTED.forEach(
                (collection, indexes) -> indexes.forEach(fields -> create(collection, fields)));
    }

    private void create(String collection, List<String> fields) {
        var keys = new Document();
        fields.forEach(field -> keys.append(field, 1));
        try {
            store.getCollection(collection).createIndex(keys);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == UNAUTHORIZED) {
                LOG.warn("no right to create index {} of {}: its list is slow", keys, collection);
            } else if (!THERE_ALREADY.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }
}
