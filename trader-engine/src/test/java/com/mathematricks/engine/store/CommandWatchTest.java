package com.mathematricks.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.store.Collections;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandWatchTest {

    private final TestStore store = TestStore.open(Collections.CONTROL_COMMANDS);
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean down;
    private final CommandWatch watch =
            new CommandStore(store.database())
                    .watch(() -> {
                        asked.release();
                        if (down) {
                            throw new MongoSocketReadException("away", new ServerAddress());
                        }
                    });

    @AfterEach
    void close() {
        watch.close();
        store.close();
    }

    private void awaitAsked(int times) throws InterruptedException {
        assertThat(asked.tryAcquire(times, 20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void asksAgainAndAgainWithoutAnyEvent() throws InterruptedException {
        watch.start();
        awaitAsked(3);
        assertThat(watch.trouble()).isEmpty();
    }

    @Test
    void asksWhenADocumentComes() throws InterruptedException {
        watch.start();
        awaitAsked(1);
        asked.drainPermits();
        store.database()
                .getCollection(Collections.CONTROL_COMMANDS)
                .insertOne(new Document("open", true));
        awaitAsked(1);
    }

    @Test
    void saysWhatKeepsItWhileTheStoreIsAwayAndGoesOnAfterwards() throws InterruptedException {
        down = true;
        watch.start();
        awaitAsked(4);
        assertThat(watch.trouble()).contains("away");

        down = false;
        asked.drainPermits();
        // The second question comes after the first one's end.
        awaitAsked(2);
        assertThat(watch.trouble()).isEmpty();
    }
}
