package com.mathematricks.collector.strategy;

import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads all strategies from the store. One that cannot be read is left out, so that it takes
/// nothing, and the others go on.
public final class StoredStrategies implements Supplier<List<StrategySettings>> {

    private static final Logger LOG = LoggerFactory.getLogger(StoredStrategies.class);
    private static final int CALL_LIMIT_MILLIS = 900;

    private final MongoCollection<Document> strategies;

    public StoredStrategies(MongoDatabase store) {
        strategies =
                store.getCollection(Collections.STRATEGIES)
                        .withTimeout(CALL_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<StrategySettings> get() {
        List<StrategySettings> readable = new ArrayList<>();
        for (Document document : strategies.find().into(new ArrayList<>())) {
            try {
                readable.add(Documents.read(document, StrategySettings.class));
            } catch (RuntimeException e) {
                LOG.error(
                        "strategy {} cannot be read and takes no signals", document.get("_id"), e);
            }
        }
        return readable;
    }
}
