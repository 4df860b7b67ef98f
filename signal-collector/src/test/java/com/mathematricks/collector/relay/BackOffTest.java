package com.mathematricks.collector.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void doublesUpToFiveSecondsAndNeverBeyond() {
        var random = new Random(7);
        var backOff = new BackOff(random);

        // 100, 200, 400, 800, 1600, 3200, 5000, 5000, …; each time between half of it and all.
        long[] full = {100, 200, 400, 800, 1600, 3200, 5000, 5000};
        for (long most : full) {
            assertThat(backOff.next())
                    .isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(backOff.next()).isBetween(Duration.ofMillis(2500), BackOff.LONGEST);
        }
    }

    @Test
    void variesSoThatThoseWhoWaitTogetherComeApart() {
        var random = new Random(7);
        var firsts = new HashSet<Duration>();
        for (int i = 0; i < 100; i++) {
            firsts.add(new BackOff(random).next());
        }

        assertThat(firsts).hasSizeGreaterThan(20);
    }

    @Test
    void beginsAnewAfterSuccess() {
        var backOff = new BackOff(new Random(7));
        for (int i = 0; i < 10; i++) {
            backOff.next();
        }

        backOff.reset();

        assertThat(backOff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
