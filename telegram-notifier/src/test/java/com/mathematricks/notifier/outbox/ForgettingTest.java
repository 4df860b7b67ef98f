package com.mathematricks.notifier.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.notifier.TestClock;
import com.mathematricks.notifier.TestStore;
import com.mathematricks.service.store.Collections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForgettingTest {

    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final Forgetting forgetting =
            new Forgetting(new Notifications(store.database()), clock);

    @AfterEach
    void close() {
        store.close();
    }

    private void insert(String id, NotificationStatus status, Instant at) {
        store.database()
                .getCollection(Collections.NOTIFICATIONS)
                .insertOne(
                        new Document("_id", id)
                                .append("status", status.name())
                                .append("at", Date.from(at)));
    }

    private List<String> left() {
        return store.database()
                .getCollection(Collections.NOTIFICATIONS)
                .find()
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /// The clock begins at 14:30; 7 o'clock is 16 and a half hours later.
    @Test
    void forgetsAtNightWhatIsOverForAQuarterOfAYear() {
        Instant old = TestClock.START.minus(Duration.ofDays(91));
        for (NotificationStatus status : NotificationStatus.values()) {
            insert("old " + status, status, old);
        }
        insert("new", NotificationStatus.SENT, TestClock.START.minus(Duration.ofDays(89)));

        forgetting.look();
        assertThat(left()).hasSize(7);
        clock.forward(Duration.ofMinutes(16 * 60 + 30));
        forgetting.look();

        assertThat(left())
                .containsExactlyInAnyOrder("old WAITING", "old SENDING", "old FAILED", "new");
    }

    @Test
    void forgetsAFewAtATime() {
        Instant old = TestClock.START.minus(Duration.ofDays(91));
        IntStream.range(0, 700)
                .forEach(number -> insert("old " + number, NotificationStatus.SENT, old));
        clock.forward(Duration.ofMinutes(16 * 60 + 30));

        forgetting.look();
        assertThat(left()).hasSize(200);
        forgetting.look();
        assertThat(left()).isEmpty();
    }
}
