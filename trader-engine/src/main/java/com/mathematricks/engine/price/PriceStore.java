package com.mathematricks.engine.price;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the last prices of each instrument in the collection `prices`, written behind by a thread
/// of its own: of several prices of one key only the newest is written. An outage of the store is
/// waited out; meanwhile nothing waits and nothing grows beyond one price per key.
public final class PriceStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PriceStore.class);

    /// Instruments whose price may wait for the store.
    private static final int CAPACITY = 10_000;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LAST_WRITES = Duration.ofSeconds(3);

    /// A price as it is stored. A strategy's own is under `instrument|strategy`, that of its last
    /// fill beside it under `instrument|strategy|FILL`.
    private record StoredPrice(
            InstrumentId instrument,
            Price price,
            Instant at,
            PriceSource source,
            @Nullable StrategyName onlyFor) {}

    private final MongoCollection<Document> collection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, StoredPrice> waiting = new HashMap<>();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("price-store").unstarted(this::work);
    private boolean writing;
    private boolean closed;

    public PriceStore(MongoDatabase store) {
        this.collection = store.getCollection(Collections.PRICES);
    }

    /// Fills the book with what is stored.
    public void load(PriceBook book, Instant now) {
        for (Document document : collection.find()) {
            StoredPrice stored = Documents.read(document, StoredPrice.class);
            book.note(
                    stored.instrument(),
                    new KnownPrice(stored.price(), stored.at(), stored.source(), stored.onlyFor()),
                    now);
        }
    }

    /// May be called again, by an engine whose start failed half way.
    public void start() {
        if (writer.getState() == Thread.State.NEW) {
            writer.start();
        }
    }

    /// Returns at once.
    public void save(InstrumentId instrument, KnownPrice price) {
        var stored =
                new StoredPrice(
                        instrument, price.price(), price.at(), price.source(), price.onlyFor());
        lock.lock();
        try {
            if (waiting.size() < CAPACITY || waiting.containsKey(key(stored))) {
                waiting.merge(key(stored), stored, PriceStore::newer);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all that was saved is stored.
    ///
    /// @return false where that took longer than `limit`
    public boolean awaitWritten(Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (writing || !waiting.isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static StoredPrice newer(StoredPrice known, StoredPrice given) {
        return given.at().isBefore(known.at()) ? known : given;
    }

    private static String key(StoredPrice price) {
        String key =
                price.onlyFor() == null
                        ? price.instrument().value()
                        : price.instrument() + "|" + price.onlyFor();
        return price.source() == PriceSource.FILL ? key + "|" + price.source() : key;
    }

    private void work() {
        boolean stored = true;
        while (awaitWork(stored ? PAUSE : PAUSE_AFTER_FAILURE)) {
            stored = write(taken());
        }
        write(taken());
    }

    /// Waits a while, so that many prices of one instrument make one write, then for a price.
    ///
    /// @return false once closed
    private boolean awaitWork(Duration pause) {
        long left = pause.toNanos();
        lock.lock();
        try {
            while (!closed && (left > 0 || waiting.isEmpty())) {
                if (left > 0) {
                    left = changed.awaitNanos(left);
                } else {
                    changed.await();
                }
            }
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private List<StoredPrice> taken() {
        lock.lock();
        try {
            List<StoredPrice> taken = List.copyOf(waiting.values());
            waiting.clear();
            writing = true;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean write(List<StoredPrice> prices) {
        List<StoredPrice> left = prices;
        try {
            if (!prices.isEmpty()) {
                collection.bulkWrite(
                        prices.stream().map(PriceStore::model).toList(),
                        new BulkWriteOptions().ordered(false));
            }
            left = List.of();
            return true;
        } catch (MongoException e) {
            LOG.debug("prices wait for the store: {}", e.getMessage());
            return false;
        } finally {
            finished(left);
        }
    }

    private static WriteModel<Document> model(StoredPrice price) {
        return new ReplaceOneModel<>(
                new Document("_id", key(price)),
                Documents.of(price).append("_id", key(price)),
                new ReplaceOptions().upsert(true));
    }

    private void finished(List<StoredPrice> left) {
        lock.lock();
        try {
            left.forEach(price -> waiting.merge(key(price), price, PriceStore::newer));
            writing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Writes what still waits, within a few seconds.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(LAST_WRITES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
