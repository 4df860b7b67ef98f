package com.mathematricks.collector;

import com.mathematricks.collector.inbox.InboxOpening;
import com.mathematricks.collector.inbox.StoreUnavailableException;
import com.mathematricks.collector.relay.BackOff;
import com.mongodb.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the inbox as soon as the store is there, then lets everything else begin. Until then the
/// service runs, is not ready, and says what it waits for.
final class Opening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final InboxOpening inbox;
    private final String storeName;
    private final BackOff backOff;
    private final Runnable then;
    private final Thread thread;

    Opening(InboxOpening inbox, MongoDatabase store, BackOff backOff, Runnable then) {
        this.inbox = inbox;
        this.storeName = store.getName();
        this.backOff = backOff;
        this.then = then;
        thread = Thread.ofPlatform().daemon().name("opening").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!tryOnce()) {
                Thread.sleep(backOff.next());
            }
            then.run();
        } catch (InterruptedException e) {
            LOG.debug("stopped before the store was there");
        }
    }

    private boolean tryOnce() {
        try {
            inbox.open();
            return true;
        } catch (StoreUnavailableException e) {
            // Whoever watches the store tells it.
            LOG.debug("waiting for MongoDB, database {}", storeName, e);
        } catch (RuntimeException e) {
            LOG.error("opening the inbox in database {} failed, trying again", storeName, e);
        }
        return false;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
