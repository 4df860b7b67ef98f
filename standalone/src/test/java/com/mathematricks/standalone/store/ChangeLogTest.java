package com.mathematricks.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T14:30:00Z"), ZoneOffset.UTC);

    @Test
    void takesItsOwnTokenBack() {
        ChangeLog log = new ChangeLog(clock);

        assertThat(log.position(log.token(log.now()))).isEqualTo(log.now());
    }

    @Test
    void refusesATokenOfAnEarlierStartWithinTheSameSecond() {
        Document token = tokenOf(new ChangeLog(clock));

        assertLost(token);
    }

    @Test
    void refusesATokenOfNobody() {
        assertLost(new Document("_data", "82650F"));
    }

    private void assertLost(Document token) {
        ChangeLog log = new ChangeLog(clock);
        assertThatExceptionOfType(MongoServerError.class)
                .isThrownBy(() -> log.position(token))
                .matches(e -> e.getCode() == 286);
    }

    private static Document tokenOf(ChangeLog log) {
        return log.token(log.now());
    }
}
