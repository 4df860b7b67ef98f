package com.mathematricks.collector.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mathematricks.model.signal.SignalStatus;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Restore;
import com.mathematricks.service.store.StoreConfiguration;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// What the collector remembers of itself between its starts: when it first started here, whether
/// what was there before has been marked (signals that nobody was there to trade are not traded
/// when somebody is), a number that the sequence had already reached, and the last restore of a
/// backup whose signals are marked.
public final class Bookmark {

    private static final String ID = "signal-collector";
    private static final String CAUGHT_UP = "caughtUp";
    private static final String SEQUENCE = "sequence";
    private static final String RESTORED = "restored";

    /// There while documents of outside writers that came back may still be without their mark.
    private static final String RESTORED_AT = "restoredAt";

    /// So many signals may have to be looked through at a start to find the last number given.
    private static final int STEP = 1000;

    private final MongoDatabase store;
    private final MongoCollection<Document> positions;
    private final Clock clock;
    private Instant startedAt = Instant.EPOCH;
    private boolean caughtUp = true;
    private long sequence;
    private @Nullable String restored;
    private @Nullable Instant restoredAt;

    public Bookmark(MongoDatabase store, Clock clock) {
        this.store = store;
        positions =
                store.getCollection(Collections.STREAM_POSITIONS)
                        .withTimeout(StoreConfiguration.CALL_LIMIT_SECONDS, TimeUnit.SECONDS);
        this.clock = clock;
    }

    void load() {
        try {
            Document marker = positions.find(eq("_id", ID)).first();
            if (marker == null) {
                marker =
                        new Document("_id", ID)
                                .append("firstStartAt", Date.from(clock.instant()))
                                .append(CAUGHT_UP, false);
                positions.insertOne(marker);
            }
            startedAt = marker.getDate("firstStartAt").toInstant();
            caughtUp = marker.getBoolean(CAUGHT_UP, true);
            sequence = marker.get(SEQUENCE) instanceof Number number ? number.longValue() : 0;
            restored = marker.getString(RESTORED);
            Date at = marker.getDate(RESTORED_AT);
            restoredAt = at == null ? null : at.toInstant();
        } catch (MongoException e) {
            throw new StoreUnavailableException("reading when the collector first started", e);
        }
    }

    /// The last number given is this one or higher.
    long sequence() {
        return sequence;
    }

    /// Called often, written seldom.
    void keep(long reached) {
        if (reached >= sequence + STEP) {
            update(set(SEQUENCE, reached), "noting the last number");
            sequence = reached;
        }
    }

    /// A restore whose open signals are not marked yet.
    Optional<Restore> newRestore() {
        try {
            return Restore.lastOf(store).filter(last -> !last.id().equals(restored));
        } catch (MongoException e) {
            throw new StoreUnavailableException("looking whether a backup was restored", e);
        }
    }

    /// Its open signals are marked; what outside writers had inserted follows.
    void restored(Restore restore) {
        update(
                combine(set(RESTORED, restore.id()), set(RESTORED_AT, Date.from(restore.at()))),
                "noting that restored signals are marked");
        restored = restore.id();
        restoredAt = restore.at();
    }

    /// What a document is that was there before somebody was there to trade it: before the first
    /// start, or with a backup that was put back. Empty for a new one. Only an ObjectId tells its
    /// time; anything else that is there before all was looked at is taken for old.
    Optional<SignalStatus> statusOfOld(@Nullable Object documentId) {
        if (!caughtUp && !isAfter(documentId, startedAt)) {
            return Optional.of(SignalStatus.SEEN_BEFORE_START);
        }
        Instant back = restoredAt;
        return back != null && !isAfter(documentId, back)
                ? Optional.of(SignalStatus.RESTORED)
                : Optional.empty();
    }

    private static boolean isAfter(@Nullable Object documentId, Instant time) {
        return documentId instanceof ObjectId id && id.getDate().toInstant().isAfter(time);
    }

    /// Every document that was there has its mark.
    void done() {
        if (!caughtUp || restoredAt != null) {
            update(
                    combine(set(CAUGHT_UP, true), unset(RESTORED_AT)),
                    "noting that old signals are marked");
            caughtUp = true;
            restoredAt = null;
        }
    }

    private void update(Bson change, String doing) {
        try {
            positions.updateOne(eq("_id", ID), change);
        } catch (MongoException e) {
            throw new StoreUnavailableException(doing, e);
        }
    }
}
