package com.mathematricks.dashboard.signals;

import com.mathematricks.service.store.Collections;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Signals that the owner sends from a page: documents of an outside writer, which the collector
/// takes in like everybody's.
@Component
public final class SentSignals {

    /// As the webhook takes them.
    public static final int LONGEST = 64 * 1024;

    /// A page that was made longer ago is asked again.
    private static final Duration FRESH = Duration.ofHours(1);

    private final MongoDatabase store;
    private final Clock clock;

    SentSignals(MongoDatabase store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// For a form, which sends it back: one id is one signal, however often the form is sent.
    public String ticket() {
        return new ObjectId(Date.from(clock.instant())).toHexString();
    }

    public boolean isFresh(String ticket) {
        if (!ObjectId.isValid(ticket)) {
            return false;
        }
        Instant made = new ObjectId(ticket).getDate().toInstant();
        Instant now = clock.instant();
        return made.plus(FRESH).isAfter(now) && made.minus(FRESH).isBefore(now);
    }

    public boolean isStrategy(String name) {
        return store.getCollection(Collections.STRATEGIES).find(new Document("_id", name)).first()
                != null;
    }

    /// @param id the signal's id
    public void send(String ticket, String body, String strategy, String id) {
        String message = OutsideMessage.of(body, strategy, id, clock.instant());
        try {
            store.getCollection(Collections.TRADING_SIGNALS)
                    .insertOne(new Document("_id", new ObjectId(ticket)).append("raw", message));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /// How far a sent signal has come.
    ///
    /// @param handle finds the signal's page; null: the collector has not taken it in
    record Progress(@Nullable String handle, boolean decided) {}

    Optional<Progress> progress(String ticket) {
        if (!ObjectId.isValid(ticket)) {
            return Optional.empty();
        }
        Document found =
                store.getCollection(Collections.TRADING_SIGNALS)
                        .find(new Document("_id", new ObjectId(ticket)))
                        .first();
        if (found == null) {
            return Optional.empty();
        }
        Document intake = found.get("intake", Document.class);
        if (intake == null) {
            return Optional.of(new Progress(null, false));
        }
        String key = intake.getString("key");
        boolean open = intake.getBoolean("open", false);
        boolean derived =
                !"DECIDED".equals(intake.getString("status"))
                        || store.getCollection(Collections.SIGNAL_DECISIONS)
                                        .find(new Document("_id", key))
                                        .first()
                                != null;
        return Optional.of(new Progress(key == null ? ticket : key, !open && derived));
    }
}
