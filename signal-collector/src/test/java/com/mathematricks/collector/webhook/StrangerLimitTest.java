package com.mathematricks.collector.webhook;

import static com.mathematricks.collector.webhook.StrangerLimit.Verdict.EXCEEDED;
import static com.mathematricks.collector.webhook.StrangerLimit.Verdict.JUST_EXCEEDED;
import static com.mathematricks.collector.webhook.StrangerLimit.Verdict.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrangerLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:30:00Z");

    private final StrangerLimit limit = new StrangerLimit();

    @Test
    void allowsABurstThenOneEachRefill() {
        assertThat(Stream.generate(() -> limit.count("192.0.2.1", NOW)).limit(22))
                .startsWith(WITHIN)
                .endsWith(WITHIN, JUST_EXCEEDED, EXCEEDED)
                .filteredOn(WITHIN::equals)
                .hasSize(StrangerLimit.BURST);

        Instant later = NOW.plus(StrangerLimit.REFILL);
        assertThat(limit.count("192.0.2.1", later)).isEqualTo(WITHIN);
        assertThat(limit.count("192.0.2.1", later)).isEqualTo(JUST_EXCEEDED);
    }

    @Test
    void countsEachAddressByItself() {
        Stream.generate(() -> limit.count("192.0.2.1", NOW)).limit(30).forEach(verdict -> {});

        assertThat(limit.count("192.0.2.2", NOW)).isEqualTo(WITHIN);
    }

    @Test
    void takesANetworkOfIpv6ForOneCaller() {
        Stream.iterate(1, i -> i + 1)
                .limit(30)
                .forEach(i -> limit.count("2001:db8:0:1::" + Integer.toHexString(i), NOW));

        assertThat(limit.count("2001:db8:0:1:ffff::1", NOW)).isEqualTo(EXCEEDED);
        assertThat(limit.count("2001:db8:0:2::1", NOW)).isEqualTo(WITHIN);
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        for (int i = 0; i < 70_000; i++) {
            limit.count("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256, NOW);
        }

        assertThat(limit.size()).isEqualTo(10_000);
    }
}
