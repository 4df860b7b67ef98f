package com.mathematricks.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(Outage.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private long now = 42;
    private final Outage outage = new Outage("MongoDB at db:27017", () -> now);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    private void pass(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void tellsAtOnceThenEverMoreSeldomThenThatItIsOver() {
        for (int second = 0; second < 100; second++) {
            outage.lasts("connection refused");
            pass(1);
        }
        outage.isOver();
        outage.isOver();

        // After 10 s, 20 s more, 40 s more.
        assertThat(lines())
                .containsExactly(
                        "waiting for MongoDB at db:27017: connection refused",
                        "waiting for MongoDB at db:27017: connection refused (for 10 s now)",
                        "waiting for MongoDB at db:27017: connection refused (for 30 s now)",
                        "waiting for MongoDB at db:27017: connection refused (for 70 s now)",
                        "MongoDB at db:27017 answers again, after 100 s");
        assertThat(outage.text()).isNull();
    }

    @Test
    void tellsAnotherCauseAtOnce() {
        outage.lasts("connection refused");
        pass(2);
        outage.lasts("it refuses the user");

        assertThat(lines())
                .last()
                .isEqualTo("waiting for MongoDB at db:27017: it refuses the user (for 2 s now)");
        assertThat(outage.text()).isEqualTo("MongoDB at db:27017: it refuses the user");
    }

    @Test
    void remindsEveryFiveMinutesAtLast() {
        for (int second = 0; second < 3_600; second++) {
            outage.lasts("connection refused");
            pass(1);
        }

        // 10, 20, 40, 80 and 160 s after one another, then each 300 s: 310 s + 10 × 300 s < 1 h.
        assertThat(lines()).hasSize(1 + 5 + 10);
    }

    @Test
    void saysNothingWhereNothingWasAway() {
        outage.isOver();

        assertThat(lines()).isEmpty();
    }
}
