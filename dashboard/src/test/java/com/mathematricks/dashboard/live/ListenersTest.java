package com.mathematricks.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final Listeners listeners = new Listeners();

    @Test
    void tellsEachNameOnceHoweverOftenItChanged() throws Exception {
        Mailbox mailbox = listeners.join().orElseThrow();
        listeners.changed(Set.of("orders"));
        listeners.changed(Set.of("orders", "fills"));

        assertThat(mailbox.take(Duration.ZERO))
                .containsExactly(
                        new Mailbox.Event("store", "there"),
                        new Mailbox.Event("change", "fills orders"));
        assertThat(mailbox.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void tellsWhenTheStoreComesAndGoes() throws Exception {
        Mailbox mailbox = listeners.join().orElseThrow();
        assertThat(mailbox.take(Duration.ZERO)).hasSize(1);
        listeners.storeAnswers(false);
        assertThat(mailbox.take(Duration.ZERO)).containsExactly(new Mailbox.Event("store", "away"));
        listeners.storeAnswers(false);
        assertThat(mailbox.take(Duration.ZERO)).isEmpty();

        assertThat(listeners.join().orElseThrow().take(Duration.ZERO))
                .containsExactly(new Mailbox.Event("store", "away"));
    }

    @Test
    void takesNoMoreThanItCanServe() {
        Mailbox first = listeners.join().orElseThrow();
        for (int n = 1; n < Listeners.MOST; n++) {
            assertThat(listeners.join()).isPresent();
        }
        assertThat(listeners.join()).isEmpty();

        listeners.leave(first);
        assertThat(listeners.join()).isPresent();
        listeners.close();
        assertThat(first.isClosed()).isFalse();
        assertThat(listeners.join()).isEmpty();
    }
}
