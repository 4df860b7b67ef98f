package com.mathematricks.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Duration NONE = Duration.ZERO;

    private final MovedClock clock = new MovedClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    private void attempts(int count, String address) {
        for (int i = 0; i < count; i++) {
            assertThat(throttle.attempt(address)).as("attempt %d", i + 1).isEqualTo(NONE);
        }
    }

    @Test
    void makesAnAddressWaitTwiceAsLongAfterEachFurtherMiss() {
        attempts(5, "10.0.0.1");

        assertThat(throttle.attempt("10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
        clock.now = clock.now.plusSeconds(10);
        assertThat(throttle.attempt("10.0.0.1")).isEqualTo(Duration.ofSeconds(20));
        clock.now = clock.now.plusSeconds(20);
        attempts(1, "10.0.0.1");
        assertThat(throttle.attempt("10.0.0.1")).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void neverWaitsLongerThanAQuarterOfAnHour() {
        for (int i = 0; i < 40; i++) {
            clock.now = clock.now.plus(Duration.ofHours(1));
            attempts(1, "10.0.0.1");
        }
        assertThat(throttle.attempt("10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void forgetsTheMissesOfOneWhoGotIn() {
        attempts(4, "10.0.0.1");
        throttle.succeeded("10.0.0.1");

        attempts(5, "10.0.0.1");
    }

    @Test
    void doesNotMakeOthersWait() {
        attempts(5, "10.0.0.1");

        attempts(1, "10.0.0.2");
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        attempts(5, "2001:db8:0:1:0:0:0:1");

        assertThat(throttle.attempt("2001:db8:0:1:9:9:9:9")).isPositive();
        attempts(1, "2001:db8:0:2:0:0:0:1");
    }

    /// 60 from as many addresses; the next may come in the minute after.
    @Test
    void limitsAllAddressesTogether() {
        for (int i = 0; i < 60; i++) {
            attempts(1, "10.0.1." + i);
        }
        assertThat(throttle.attempt("10.0.2.1")).isEqualTo(Duration.ofSeconds(61));
        clock.now = clock.now.plusSeconds(61);
        attempts(1, "10.0.2.1");
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
