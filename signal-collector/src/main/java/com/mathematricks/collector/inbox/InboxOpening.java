package com.mathematricks.collector.inbox;

import com.mathematricks.collector.strategy.StrategyCache;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.service.store.Collections;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be there before anything is taken in: indexes, strategies, the last number given and
/// the signals that a repeat could still repeat. May be done again after it failed half way.
public final class InboxOpening {

    private static final Logger LOG = LoggerFactory.getLogger(InboxOpening.class);

    // Where no number was kept yet, all signals may have to be looked through, once.
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);
    private static final int STEP = 500;

    private final MongoDatabase database;
    private final SignalStore store;
    private final Order order;
    private final RepeatWindow repeats;
    private final StrategyCache strategies;
    private final Bookmark bookmark;
    private final Clock clock;
    private volatile boolean done;

    public InboxOpening(
            MongoDatabase database,
            Order order,
            RepeatWindow repeats,
            StrategyCache strategies,
            Bookmark bookmark,
            Clock clock) {
        this.database = database.withTimeout(CALL_LIMIT.toSeconds(), TimeUnit.SECONDS);
        store = new SignalStore(database, CALL_LIMIT);
        this.order = order;
        this.repeats = repeats;
        this.strategies = strategies;
        this.bookmark = bookmark;
        this.clock = clock;
    }

    public boolean isDone() {
        return done;
    }

    /// @throws StoreUnavailableException try again
    public void open() {
        try {
            createIndexes();
            strategies.reload();
        } catch (MongoException e) {
            throw new StoreUnavailableException("opening the inbox", e);
        }
        bookmark.load();
        setAsideRestored();
        long highest = store.highestSequence(bookmark.sequence());
        order.continueAfter(highest);
        rememberRecent(highest);
        done = true;
    }

    /// What a backup brought back without an outcome may have been traded after the backup: only a
    /// person knows. Done before anything is taken in, so that nothing new is among it.
    private void setAsideRestored() {
        bookmark.newRestore()
                .ifPresent(restore -> {
                    long marked = store.setAsideRestored();
                    bookmark.restored(restore);
                    LOG.warn(
                            "the database was restored from the backup of {}: {} signals without an outcome are not traded unless a person sends them again",
                            restore.backupTakenAt(),
                            marked);
                });
    }

    private void createIndexes() {
        MongoCollection<Document> signals = database.getCollection(Collections.TRADING_SIGNALS);
        List.of(
                        // Open signals of a strategy in order; few are open at any time.
                        List.of(Intake.OPEN, Intake.STRATEGY, Intake.SEQUENCE),
                        List.of(Intake.SEQUENCE),
                        List.of(Intake.KEY),
                        List.of(Intake.SIGNAL_ID),
                        List.of(Intake.STRATEGY, Intake.SEQUENCE),
                        List.of(Intake.NOTICE))
                .forEach(fields -> signals.createIndex(Indexes.ascending(fields)));
    }

    /// Walks back until all that is left is older than the longest window.
    private void rememberRecent(long highest) {
        long longest =
                strategies.strategies().stream()
                        .mapToLong(StrategySettings::repeatWindowSeconds)
                        .max()
                        .orElse(0);
        Instant start = clock.instant().minusSeconds(longest);
        var recent = new ArrayDeque<Document>();
        for (long last = highest; last > 0; last -= STEP) {
            List<Document> step = store.intakes(last - STEP, last);
            step.reversed().forEach(recent::addFirst);
            if (step.stream().allMatch(intake -> receivedAt(intake).isBefore(start))) {
                break;
            }
        }
        recent.forEach(this::remember);
    }

    private void remember(Document intake) {
        String key = intake.getString("key");
        String hash = intake.getString("bodyHash");
        if (key != null && hash != null && Source.WEBHOOK.name().equals(intake.get("source"))) {
            repeats.put(
                    new StrategyName(intake.getString("strategy")),
                    hash,
                    new RepeatWindow.Recent(
                            new SignalKey(key),
                            intake.getString("signalId"),
                            receivedAt(intake),
                            true));
        }
    }

    /// Very old for what did not come through us.
    private static Instant receivedAt(Document intake) {
        return intake.get("receivedAt") instanceof Date date ? date.toInstant() : Instant.EPOCH;
    }
}
