package com.mathematricks.dashboard.overview;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a service last said of itself.
///
/// @param health the service's own word, or `SILENT` where it has said nothing for a while
/// @param at when it said so
public record ServiceStatus(
        String name,
        @Nullable String version,
        @Nullable Instant startedAt,
        @Nullable Instant at,
        @Nullable String health,
        @Nullable String lastDid) {

    static final String SILENT = "SILENT";

    /// Services speak every 5 s.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    ServiceStatus asOf(Instant now) {
        if (at != null && at.plus(PATIENCE).isAfter(now)) {
            return this;
        }
        return new ServiceStatus(name, version, startedAt, at, SILENT, lastDid);
    }
}
