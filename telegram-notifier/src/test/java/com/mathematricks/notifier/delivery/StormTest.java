package com.mathematricks.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.notifier.telegram.FakeBotApi.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A thousand events on a bad day of Telegram's.
class StormTest {

    private static final int EVENTS = 1_000;
    private static final List<Integer> ALL = IntStream.range(0, EVENTS).boxed().toList();

    @Test
    void bringsEachEventOnceAndInOrderThoughTelegramLimitsAndDies() throws IOException {
        try (var storm = new Storm()) {
            storm.telegram.limit();
            for (int i = 0; i < EVENTS; i++) {
                storm.tell(i);
                if (i % 10 == 0) {
                    storm.clock.forward(storm.step());
                }
                if (i == EVENTS / 2) {
                    storm.telegram.die(Duration.ofMinutes(1));
                }
                if (i % 97 == 0) {
                    storm.telegram.fail(limited(1 + i % 7));
                }
            }
            storm.drain();

            assertThat(storm.arrived()).isEqualTo(ALL);
            assertThat(storm.count("SENT")).isEqualTo(EVENTS);
        }
    }

    @Test
    void repeatsAtMostTheMessageInFlightWhenKilled() throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            var random = new Random(seed);
            try (var storm = new Storm()) {
                storm.telegram.limit();
                int kills = 0;
                for (int i = 0; i < EVENTS / 5; i++) {
                    storm.tell(i);
                    if (random.nextInt(10) == 0) {
                        storm.clock.forward(storm.step());
                    }
                    if (random.nextInt(40) == 0) {
                        kills++;
                        storm.killDuringNextSend(random.nextBoolean());
                    }
                }
                storm.drain();

                List<Integer> arrived = storm.arrived();
                assertThat(new TreeSet<>(arrived))
                        .as("seed %d: all arrive", seed)
                        .containsExactlyElementsOf(IntStream.range(0, EVENTS / 5).boxed().toList());
                assertThat(repeatedMessages(storm))
                        .as("seed %d: repeated messages after %d kills", seed, kills)
                        .isLessThanOrEqualTo(kills);
                assertThat(withoutRepeats(arrived)).as("seed %d: in order", seed).isSorted();
            }
        }
    }

    /// Messages that begin with an event which arrived before.
    private static long repeatedMessages(Storm storm) {
        Map<Integer, Integer> first = new HashMap<>();
        long repeated = 0;
        int message = 0;
        for (String text : storm.telegram.texts()) {
            message++;
            boolean again = false;
            for (String line : text.lines().filter(one -> one.startsWith("#")).toList()) {
                Integer number = Integer.valueOf(line.substring(1));
                again |= first.putIfAbsent(number, message) != null;
            }
            repeated += again ? 1 : 0;
        }
        return repeated;
    }

    private static List<Integer> withoutRepeats(List<Integer> numbers) {
        return numbers.stream().distinct().toList();
    }

    private static Fault limited(int seconds) {
        return new Fault.Answer(429, "Too Many Requests: retry after " + seconds, seconds);
    }
}
