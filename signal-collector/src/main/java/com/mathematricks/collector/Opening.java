package com.mathematricks.collector;

import com.mathematricks.collector.inbox.InboxOpening;
import com.mathematricks.collector.inbox.StoreUnavailableException;
import com.mathematricks.collector.relay.BackOff;
import com.mathematricks.service.outage.Outage;
import com.mathematricks.service.store.StoreWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the inbox as soon as the store is there, then lets everything else begin. Until then the
/// service runs, is not ready, and says what it waits for.
final class Opening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final InboxOpening inbox;
    private final StoreWatch watch;
    private final Outage outage = new Outage("the inbox to open", System::nanoTime);
    private final BackOff backOff;
    private final Runnable then;
    private final Thread thread;

    Opening(InboxOpening inbox, StoreWatch watch, BackOff backOff, Runnable then) {
        this.inbox = inbox;
        this.watch = watch;
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
            outage.isOver();
            return true;
        } catch (StoreUnavailableException e) {
            LOG.debug("the inbox cannot be opened yet", e);
            // A store that is away is told by whoever watches it.
            if (watch.trouble().isEmpty()) {
                outage.lasts(String.valueOf(e.getMessage()));
            }
        } catch (RuntimeException e) {
            LOG.error("opening the inbox failed, trying again", e);
        }
        return false;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
