package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.ParsedSignal;
import com.mathematricks.collector.format.SecretMask;
import com.mathematricks.collector.strategy.StrategyCache;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalStatus;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what outside writers insert: gives each document its place in the order, masks secrets
/// and says whether it is a signal. Whatever a document holds, the next one follows.
public final class OutsideSignals {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideSignals.class);
    private static final int BATCH = 100;
    private static final Duration CALL_LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Who looked this recently and found nothing knows that what is there now has just come.
    private static final Duration WATCHED = Duration.ofSeconds(10);

    private final SignalStore store;
    private final Order order;
    private final Bookmark bookmark;
    private final OutsideReader reader;
    private final Claims claims;
    private final Environment environment;
    private final Clock clock;
    private final Consumer<StrategyName> received;

    private Instant lastEmpty = Instant.MIN;

    public OutsideSignals(
            MongoDatabase database,
            Order order,
            Bookmark bookmark,
            StrategyCache strategies,
            Clock clock,
            Environment environment,
            Consumer<StrategyName> received) {
        store = new SignalStore(database, CALL_LIMIT);
        this.order = order;
        this.bookmark = bookmark;
        reader = new OutsideReader(strategies);
        claims = new Claims(store);
        this.environment = environment;
        this.clock = clock;
        this.received = received;
    }

    /// Takes in all that is there. Only one thread may do this.
    ///
    /// @throws StoreUnavailableException the rest is taken at the next call
    public void takeAll() {
        int taken;
        do {
            Instant asked = now();
            List<Document> batch = store.unseen(BATCH);
            taken = 0;
            for (Document document : batch) {
                taken += take(document) ? 1 : 0;
            }
            if (batch.size() < BATCH) {
                bookmark.done();
                bookmark.keep(order.last());
                lastEmpty = asked;
                return;
            }
        } while (taken > 0);
    }

    private boolean take(Document document) {
        Object id = document.get("_id");
        try {
            takeIn(id, document);
            return true;
        } catch (StoreUnavailableException e) {
            if (!(e.getCause() instanceof MongoWriteException)) {
                throw e;
            }
            return setAside(id, e);
        } catch (RuntimeException e) {
            return setAside(id, e);
        }
    }

    private void takeIn(@Nullable Object id, Document document) {
        Instant now = now();
        var own = new Document(document);
        own.remove("_id");
        own.remove(Intake.FIELD);
        Document mask = SecretMask.mask(own);
        Document masked = mask.equals(own) ? null : mask;
        Optional<SignalStatus> old = bookmark.statusOfOld(id);
        switch (reader.read(id, own, now)) {
            case OutsideReader.Outside.Malformed(var strategy, var signalId, var error) ->
                    store.takeIn(
                            id,
                            masked,
                            begin(now)
                                    .strategy(strategy)
                                    .signalId(signalId)
                                    .error(error)
                                    .with(old.orElse(SignalStatus.REFUSED)));
            case OutsideReader.Outside.Meant meant -> {
                try (var _ = order.acquire(meant.strategy(), PATIENCE)) {
                    takeMeant(meant, id, masked, now, old);
                }
            }
        }
    }

    private void takeMeant(
            OutsideReader.Outside.Meant meant,
            @Nullable Object documentId,
            @Nullable Document masked,
            Instant now,
            Optional<SignalStatus> old) {
        SignalKey key = SignalKey.of(meant.strategy(), meant.id());
        ParsedSignal signal = meant.signal();
        Intake intake = begin(now).strategy(meant.strategy());
        Claims.Claim claim = claims.of(key, BodyHash.of(signal));
        if (old.isPresent() && !(claim instanceof Claims.Claim.Free)) {
            Document seen = intake.repeatOf(key).with(old.get());
            store.takeIn(documentId, masked, seen);
            return;
        }
        switch (claim) {
            case Claims.Claim.Free() -> {
                SignalStatus status = old.orElseGet(() -> environment.statusOf(signal.labels()));
                Instant sentAt = sentAt(signal, documentId, now);
                store.takeIn(
                        documentId,
                        masked,
                        intake.signal(key, meant.id(), signal, sentAt).with(status));
                if (status.isOpen()) {
                    received.accept(meant.strategy());
                }
            }
            case Claims.Claim.RepeatOf(var original) -> {
                store.takeIn(documentId, masked, intake.repeatOf(key).with(SignalStatus.REPEAT));
                store.countRepeat(original.documentId(), now);
            }
            case Claims.Claim.Reused(var _) ->
                    store.takeIn(
                            documentId,
                            masked,
                            intake.repeatOf(key)
                                    .error(Claims.reused(meant.id()))
                                    .notice(Claims.ID_REUSED)
                                    .with(SignalStatus.REFUSED));
        }
    }

    /// Null where nobody knows: such a signal is stale for everything that opens.
    private @Nullable Instant sentAt(
            ParsedSignal signal, @Nullable Object documentId, Instant now) {
        if (signal.sentAt() != null) {
            return signal.sentAt();
        }
        if (documentId instanceof ObjectId objectId) {
            return objectId.getDate().toInstant();
        }
        return now.isBefore(lastEmpty.plus(WATCHED)) ? now : null;
    }

    /// The store or our own reader cannot cope with a document: it is marked as it is.
    private boolean setAside(@Nullable Object id, RuntimeException cause) {
        LOG.error("outside document {} cannot be taken in", id, cause);
        var error =
                new FieldError(
                        "_id",
                        SignalIds.ofDocument(id),
                        "a document that can be stored again",
                        "the document could not be taken in: " + cause.getClass().getSimpleName());
        try {
            store.takeIn(id, null, begin(now()).error(error).with(SignalStatus.REFUSED));
            return true;
        } catch (StoreUnavailableException e) {
            if (!(e.getCause() instanceof MongoWriteException)) {
                throw e;
            }
            return false;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Intake begin(Instant now) {
        return Intake.of(order.next(), Source.OUTSIDE, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
