package com.mathematricks.collector.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mathematricks.service.store.Collections;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// What the collector remembers of itself between its starts: when it first started here, whether
/// what was there before has been marked (signals that nobody was there to trade are not traded
/// when somebody is), and a number that the sequence had already reached.
public final class Bookmark {

    private static final String ID = "signal-collector";
    private static final String CAUGHT_UP = "caughtUp";
    private static final String SEQUENCE = "sequence";

    /// So many signals may have to be looked through at a start to find the last number given.
    private static final int STEP = 1000;

    private final MongoCollection<Document> positions;
    private final Clock clock;
    private Instant startedAt = Instant.EPOCH;
    private boolean caughtUp = true;
    private long sequence;

    public Bookmark(MongoDatabase store, Clock clock) {
        positions = store.getCollection(Collections.STREAM_POSITIONS);
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

    /// True for what was there before. Only an ObjectId tells its time; anything else that is there
    /// before all was looked at is taken for old.
    boolean isOlder(@Nullable Object documentId) {
        return !caughtUp
                && !(documentId instanceof ObjectId id
                        && id.getDate().toInstant().isAfter(startedAt));
    }

    /// Every document that was there has its mark.
    void done() {
        if (!caughtUp) {
            update(set(CAUGHT_UP, true), "noting that old signals are marked");
            caughtUp = true;
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
