package com.mathematricks.dashboard.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows guessing down: after five wrong passwords an address waits, each time twice as long, and
/// all addresses together have a number of attempts a minute. An attempt counts as wrong until it
/// proved right, so that many at once gain nothing.
final class LoginThrottle {

    private static final int FREE_ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int ATTEMPTS_A_MINUTE = 60;
    private static final int MOST_ADDRESSES = 1000;

    private final Clock clock;
    private final Map<String, Attempts> byAddress =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };
    private Instant minute = Instant.EPOCH;
    private int attemptsInMinute;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Attempts(int count, Instant blockedUntil) {}

    /// Zero: the password may be looked at. Else how long to wait.
    synchronized Duration attempt(String address) {
        Instant now = clock.instant();
        Attempts before = byAddress.getOrDefault(network(address), new Attempts(0, Instant.EPOCH));
        if (before.blockedUntil().isAfter(now)) {
            return Duration.between(now, before.blockedUntil());
        }
        if (minute.plusSeconds(60).isBefore(now)) {
            minute = now;
            attemptsInMinute = 0;
        }
        if (attemptsInMinute >= ATTEMPTS_A_MINUTE) {
            return Duration.between(now, minute.plusSeconds(61));
        }
        attemptsInMinute++;
        int count = before.count() + 1;
        byAddress.put(network(address), new Attempts(count, now.plus(waitAfter(count))));
        return Duration.ZERO;
    }

    synchronized void succeeded(String address) {
        byAddress.remove(network(address));
    }

    private static Duration waitAfter(int count) {
        if (count < FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_ATTEMPTS, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /// A home has a whole /64 of IPv6 addresses to guess from.
    private static String network(String address) {
        String[] groups = address.split(":");
        return groups.length <= 4 ? address : String.join(":", java.util.Arrays.copyOf(groups, 4));
    }
}
