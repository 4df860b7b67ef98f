package com.mathematricks.collector.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.SignalKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatWindowTest {

    private static final StrategyName DEMO = new StrategyName("demo");
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-11-20T14:30:00Z");

    private final RepeatWindow window = new RepeatWindow();

    private static RepeatWindow.Recent recent(String id, Instant at) {
        return new RepeatWindow.Recent(SignalKey.of(DEMO, id), id, at, true);
    }

    @Test
    void findsAnEqualBodyUntilTheWindowEnds() {
        window.put(DEMO, "hash", recent("1", START));

        assertThat(window.find(DEMO, "hash", START.plusMillis(59_999), MINUTE))
                .contains(recent("1", START));
        assertThat(window.find(DEMO, "hash", START.plusSeconds(60), MINUTE)).isEmpty();
    }

    @Test
    void keepsStrategiesAndBodiesApart() {
        window.put(DEMO, "hash", recent("1", START));

        assertThat(window.find(new StrategyName("other"), "hash", START, MINUTE)).isEmpty();
        assertThat(window.find(DEMO, "another", START, MINUTE)).isEmpty();
    }

    @Test
    void forgetsInTheOrderOfArrivalEvenAfterAnUpdate() {
        window.put(DEMO, "a", recent("1", START));
        window.put(DEMO, "b", recent("2", START.plusSeconds(30)));
        window.put(DEMO, "a", recent("3", START.plusSeconds(59)));

        Instant later = START.plusSeconds(100);

        assertThat(window.find(DEMO, "b", later, MINUTE)).isEmpty();
        assertThat(window.find(DEMO, "a", later, MINUTE))
                .contains(recent("3", START.plusSeconds(59)));
    }
}
