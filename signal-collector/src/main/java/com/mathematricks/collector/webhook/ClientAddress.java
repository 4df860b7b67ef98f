package com.mathematricks.collector.webhook;

import java.util.Arrays;
import java.util.List;

/// Who really posted.
final class ClientAddress {

    private static final int LONGEST = 45;

    private ClientAddress() {}

    /// @param peer who holds the other end of the connection
    /// @param forwardedFor the values of all `X-Forwarded-For` headers, in order
    static String of(String peer, List<String> forwardedFor, List<AddressRange> proxies) {
        if (!AddressRange.contains(proxies, peer)) {
            return peer;
        }
        List<String> hops =
                forwardedFor.stream()
                        .flatMap(header -> Arrays.stream(header.split(",")))
                        .map(ClientAddress::withoutPort)
                        .filter(hop -> !hop.isEmpty())
                        .toList();
        // From the right: what a proxy of ours did not add itself could be anybody's invention.
        return hops.reversed().stream()
                .filter(hop -> !AddressRange.contains(proxies, hop))
                .findFirst()
                .orElse(hops.isEmpty() ? peer : hops.getFirst());
    }

    private static String withoutPort(String hop) {
        String bare = hop.strip();
        if (bare.startsWith("[")) {
            int end = bare.indexOf(']');
            bare = end < 0 ? bare : bare.substring(1, end);
        } else if (bare.indexOf(':') == bare.lastIndexOf(':') && bare.indexOf(':') >= 0) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        return bare.substring(0, Math.min(LONGEST, bare.length()));
    }
}
