package com.mathematricks.collector.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;

import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.Notice;
import com.mathematricks.service.store.Collections;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What the engine still has to be told about stored signals, so that it is journalled and its
/// owner hears of it.
public final class PendingNotices {

    private static final String SERVICE = "signal-collector";
    private static final int CALL_LIMIT_SECONDS = 2;

    private final MongoCollection<Document> signals;

    public PendingNotices(MongoDatabase store) {
        signals =
                store.getCollection(Collections.TRADING_SIGNALS)
                        .withTimeout(CALL_LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    public record Pending(@Nullable Object documentId, Notice notice) {}

    public List<Pending> first(int limit) {
        try {
            return signals
                    .find(eq(Intake.NOTICE, Claims.ID_REUSED))
                    .limit(limit)
                    .into(new ArrayList<>())
                    .stream()
                    .map(PendingNotices::pending)
                    .toList();
        } catch (MongoException e) {
            throw new StoreUnavailableException("looking for notices", e);
        }
    }

    public void told(Pending pending) {
        try {
            signals.updateOne(eq("_id", pending.documentId()), unset(Intake.NOTICE));
        } catch (MongoException e) {
            throw new StoreUnavailableException("noting that the engine was told", e);
        }
    }

    private static Pending pending(Document document) {
        Object id = document.get("_id");
        Document intake = document.get(Intake.FIELD, Document.class);
        String strategy = intake.getString("strategy");
        String text = intake.get("error", new Document()).get("text", Claims.ID_REUSED);
        return new Pending(
                id,
                new Notice(
                        Claims.ID_REUSED + ":" + SignalIds.ofDocument(id),
                        SERVICE,
                        Claims.ID_REUSED,
                        text,
                        strategy == null ? null : new StrategyName(strategy)));
    }
}
