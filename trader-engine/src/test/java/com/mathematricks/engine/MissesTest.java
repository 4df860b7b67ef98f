package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MissesTest {

    private static final ClientOrderId ONE = new ClientOrderId("ONE");
    private static final ClientOrderId OTHER = new ClientOrderId("OTHER");
    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    private final Misses misses = new Misses();

    private boolean missed(ClientOrderId id, int second) {
        return misses.confirmedBy(id, START.plusSeconds(second));
    }

    @Test
    void areConfirmedByThreeOverThirtySeconds() {
        assertThat(missed(ONE, 0)).isFalse();
        assertThat(missed(ONE, 10)).isFalse();
        assertThat(missed(ONE, 29)).isFalse();
        assertThat(missed(ONE, 30)).isTrue();
    }

    @Test
    void areNotConfirmedByTwoHoweverFarApart() {
        assertThat(missed(ONE, 0)).isFalse();
        assertThat(missed(ONE, 300)).isFalse();
        assertThat(missed(OTHER, 300)).isFalse();
        assertThat(missed(ONE, 301)).isTrue();
    }

    @Test
    void beginAnewOnceItWasSeen() {
        assertThat(missed(ONE, 0)).isFalse();
        assertThat(missed(ONE, 20)).isFalse();
        misses.found(ONE);
        assertThat(missed(ONE, 40)).isFalse();
    }
}
