package com.mathematricks.collector.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalStatus;
import com.mathematricks.service.store.Collections;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `trading_signals`, as far as taking in goes. Each call ends within the limit, with a
/// `StoreUnavailableException` where its outcome is unknown.
final class SignalStore {

    private final MongoCollection<Document> signals;

    SignalStore(MongoDatabase store, Duration callLimit) {
        signals =
                store.getCollection(Collections.TRADING_SIGNALS)
                        .withTimeout(callLimit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A signal that took its key.
    ///
    /// @param bodyHash null where it was never understood
    record Known(
            @Nullable Object documentId,
            SignalKey key,
            String signalId,
            @Nullable String bodyHash) {}

    /// @return false where the document's id is taken
    boolean insert(Document signal) {
        try {
            return call("storing a signal", () -> signals.insertOne(signal).wasAcknowledged());
        } catch (StoreUnavailableException e) {
            if (e.getCause() instanceof MongoWriteException write
                    && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Optional<Known> byKey(SignalKey key) {
        Document found =
                call(
                        "looking for a signal's key",
                        () ->
                                signals.find(eq(Intake.KEY, key.value()))
                                        .projection(Projections.include(Intake.FIELD))
                                        .limit(1)
                                        .first());
        return Optional.ofNullable(found)
                .map(document -> {
                    Document intake = document.get(Intake.FIELD, Document.class);
                    return new Known(
                            document.get("_id"),
                            key,
                            intake.getString("signalId"),
                            intake.getString("bodyHash"));
                });
    }

    void countRepeat(@Nullable Object documentId, Instant at) {
        var _ =
                call(
                        "counting a repeat",
                        () ->
                                signals.updateOne(
                                        eq("_id", documentId),
                                        combine(
                                                inc(Intake.REPEATS, 1),
                                                set(Intake.LAST_REPEAT_AT, Date.from(at)))));
    }

    /// Outside documents that have no place in the order yet, as the index on the missing number
    /// holds them: in the order of insertion on MongoDB; in that of their ids on the embedded
    /// store, which is the same for the ObjectIds of one writer.
    List<Document> unseen(int limit) {
        return call(
                "looking for signals of outside writers",
                () -> signals.find(eq(Intake.SEQUENCE, null)).limit(limit).into(new ArrayList<>()));
    }

    /// @param masked the document's own fields without secrets, or null where there were none
    void takeIn(@Nullable Object documentId, @Nullable Document masked, Document intake) {
        var unseen = new Document("_id", documentId).append(Intake.SEQUENCE, null);
        var _ =
                call(
                        "taking in an outside signal",
                        () -> {
                            if (masked == null) {
                                return signals.updateOne(unseen, set(Intake.FIELD, intake));
                            }
                            Document whole = new Document(masked);
                            whole.put(Intake.FIELD, intake);
                            return signals.replaceOne(unseen, whole);
                        });
    }

    /// Those that wait for the engine are not brought to it any more.
    ///
    /// @return how many
    long setAsideRestored() {
        return call(
                "marking restored signals",
                () ->
                        signals.updateMany(
                                        eq(Intake.OPEN, true),
                                        combine(
                                                set(Intake.STATUS, SignalStatus.RESTORED.name()),
                                                unset(Intake.OPEN)))
                                .getModifiedCount());
    }

    /// @param atLeast a number that was given before: only higher ones are looked at
    long highestSequence(long atLeast) {
        Document last =
                call(
                        "looking for the last signal",
                        () ->
                                signals.find(gt(Intake.SEQUENCE, atLeast))
                                        .sort(new Document(Intake.SEQUENCE, -1))
                                        .projection(Projections.include(Intake.SEQUENCE))
                                        .limit(1)
                                        .first());
        Document intake = last == null ? null : last.get(Intake.FIELD, Document.class);
        Number number = intake == null ? null : intake.get("sequence", Number.class);
        return number == null ? atLeast : number.longValue();
    }

    /// The collector's part of the signals with numbers above `after`, up to `last`, ascending.
    List<Document> intakes(long after, long last) {
        return call(
                        "looking at the latest signals",
                        () ->
                                signals.find(
                                                new Document(
                                                        Intake.SEQUENCE,
                                                        new Document("$gt", after)
                                                                .append("$lte", last)))
                                        .sort(new Document(Intake.SEQUENCE, 1))
                                        .projection(Projections.include(Intake.FIELD))
                                        .into(new ArrayList<>()))
                .stream()
                .map(document -> document.get(Intake.FIELD, Document.class))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T extends @Nullable Object> T call(String doing, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException e) {
            throw new StoreUnavailableException(doing, e);
        }
    }
}
