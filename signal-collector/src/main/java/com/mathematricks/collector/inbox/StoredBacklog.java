package com.mathematricks.collector.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.SignalStatus;
import com.mathematricks.service.store.Collections;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backlog in `trading_signals`. A signal whose outcome is stored is not open any more, so an
/// outcome is stored once.
public final class StoredBacklog implements Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(StoredBacklog.class);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(2);

    private final MongoCollection<Document> signals;

    public StoredBacklog(MongoDatabase store) {
        signals =
                store.getCollection(Collections.TRADING_SIGNALS)
                        .withTimeout(CALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public List<OpenSignal> open(StrategyName strategy, int limit) {
        var open = new Document(Intake.OPEN, true).append(Intake.STRATEGY, strategy.value());
        List<OpenSignal> signals = new ArrayList<>();
        for (Document document : find(open, Intake.SEQUENCE, limit)) {
            try {
                signals.add(OpenSignal.of(document));
            } catch (RuntimeException e) {
                setAside(document, e);
            }
        }
        return signals;
    }

    @Override
    public Optional<StrategyName> strategyAfter(@Nullable StrategyName last) {
        var next = new Document(Intake.OPEN, true);
        if (last != null) {
            next.append(Intake.STRATEGY, new Document("$gt", last.value()));
        }
        while (true) {
            List<Document> found = find(next, Intake.STRATEGY, 1);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(OpenSignal.of(found.getFirst()).strategy());
            } catch (RuntimeException e) {
                setAside(found.getFirst(), e);
            }
        }
    }

    /// How many signals have no outcome yet, up to the limit.
    public long size(int limit) {
        try {
            return signals.countDocuments(eq(Intake.OPEN, true), new CountOptions().limit(limit));
        } catch (MongoException e) {
            throw new StoreUnavailableException("counting open signals", e);
        }
    }

    private List<Document> find(Bson filter, String sortedBy, int limit) {
        try {
            return signals.find(filter)
                    .sort(new Document(sortedBy, 1))
                    .limit(limit)
                    .into(new ArrayList<>());
        } catch (MongoException e) {
            throw new StoreUnavailableException("looking for open signals", e);
        }
    }

    /// Somebody else wrote an `intake`: it cannot be relayed, and it must not stop the others.
    private void setAside(Document document, RuntimeException cause) {
        LOG.error("{} is marked open but is no signal of ours", document.get("_id"), cause);
        var error =
                new FieldError(
                        Intake.FIELD, null, "no intake", "intake: only the collector writes this");
        try {
            signals.updateOne(
                    eq("_id", document.get("_id")),
                    combine(
                            set(Intake.STATUS, SignalStatus.REFUSED.name()),
                            unset(Intake.OPEN),
                            set(Intake.ERROR, Intake.describe(error))));
        } catch (MongoException e) {
            throw new StoreUnavailableException("setting a document aside", e);
        }
    }

    @Override
    public void decided(
            OpenSignal signal, DecisionAnswer answer, Instant postedAt, Instant decidedAt) {
        Document stored =
                new Document("outcome", answer.outcome().name())
                        .append("code", answer.code())
                        .append("reason", answer.reason())
                        .append("sequence", answer.sequence())
                        .append("at", Date.from(decidedAt));
        close(
                signal,
                SignalStatus.DECIDED,
                combine(
                        set(Intake.ANSWER, stored),
                        set(Intake.POSTED_AT, Date.from(postedAt)),
                        set(Intake.DECIDED_AT, Date.from(decidedAt))));
    }

    @Override
    public void refused(OpenSignal signal, FieldError error, Instant at) {
        close(signal, SignalStatus.REFUSED, because(error, at));
    }

    @Override
    public void failed(OpenSignal signal, int failures) {
        update(signal, set(Intake.ATTEMPTS, failures));
    }

    @Override
    public void parked(OpenSignal signal, FieldError error, int failures, Instant at) {
        close(
                signal,
                SignalStatus.PARKED,
                combine(because(error, at), set(Intake.ATTEMPTS, failures)));
    }

    private static Bson because(FieldError error, Instant at) {
        return combine(
                set(Intake.ERROR, Intake.describe(error)), set(Intake.DECIDED_AT, Date.from(at)));
    }

    private void close(OpenSignal signal, SignalStatus status, Bson outcome) {
        update(signal, combine(set(Intake.STATUS, status.name()), unset(Intake.OPEN), outcome));
    }

    private void update(OpenSignal signal, Bson change) {
        try {
            signals.updateOne(
                    new Document("_id", signal.documentId()).append(Intake.OPEN, true), change);
        } catch (MongoException e) {
            throw new StoreUnavailableException("storing the outcome of " + signal.key(), e);
        }
    }
}
