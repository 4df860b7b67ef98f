package com.mathematricks.collector.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one address may come without a good credential: some at once, then one every few
/// seconds. Who has a credential is never counted, for all of TradingView's users come from the
/// same addresses. The table is bounded: the address that was quiet for longest is forgotten.
final class StrangerLimit {

    static final int BURST = 20;
    static final Duration REFILL = Duration.ofSeconds(3);

    private static final int ADDRESSES = 10_000;

    /// One household or server has a whole /64 of IPv6.
    private static final int IPV6_PREFIX_BYTES = 8;

    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > ADDRESSES;
                }
            };

    /// @param emptyUntil from then on nothing is used up; each attempt moves it one refill on
    private record Bucket(Instant emptyUntil, boolean told) {}

    enum Verdict {
        WITHIN,
        /// The first one too many: worth a word in the list of requests.
        JUST_EXCEEDED,
        EXCEEDED
    }

    synchronized Verdict count(String address, Instant now) {
        String key = key(address);
        Bucket bucket = buckets.get(key);
        Instant from =
                bucket == null || bucket.emptyUntil().isBefore(now) ? now : bucket.emptyUntil();
        Instant used = from.plus(REFILL);
        if (!used.isAfter(now.plus(REFILL.multipliedBy(BURST)))) {
            buckets.put(key, new Bucket(used, false));
            return Verdict.WITHIN;
        }
        boolean told = bucket != null && bucket.told();
        buckets.put(key, new Bucket(from, true));
        return told ? Verdict.EXCEEDED : Verdict.JUST_EXCEEDED;
    }

    synchronized int size() {
        return buckets.size();
    }

    private static String key(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), IPV6_PREFIX_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
