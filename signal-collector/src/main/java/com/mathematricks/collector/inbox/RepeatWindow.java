package com.mathematricks.collector.inbox;

import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.SignalKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The signals without a sender's id that came lately, by strategy and body, in memory. A
/// strategy's part is touched only under its lock.
public final class RepeatWindow {

    /// @param at when it was received: the window begins with the first, repeats do not prolong it
    /// @param certain false while nobody knows whether the store has it
    record Recent(SignalKey key, String id, Instant at, boolean certain) {}

    private final Map<StrategyName, LinkedHashMap<String, Recent>> byStrategy =
            new ConcurrentHashMap<>();

    Optional<Recent> find(StrategyName strategy, String bodyHash, Instant now, Duration window) {
        Map<String, Recent> recent = of(strategy);
        forgetBefore(now.minus(window), recent);
        return Optional.ofNullable(recent.get(bodyHash));
    }

    void put(StrategyName strategy, String bodyHash, Recent signal) {
        // Removed first, so that the order stays that of arrival.
        of(strategy).remove(bodyHash);
        of(strategy).put(bodyHash, signal);
    }

    private Map<String, Recent> of(StrategyName strategy) {
        return byStrategy.computeIfAbsent(strategy, ignored -> new LinkedHashMap<>());
    }

    private static void forgetBefore(Instant start, Map<String, Recent> recent) {
        Iterator<Recent> oldestFirst = recent.values().iterator();
        while (oldestFirst.hasNext() && !oldestFirst.next().at().isAfter(start)) {
            oldestFirst.remove();
        }
    }
}
