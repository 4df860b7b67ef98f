package com.mathematricks.collector.strategy;

import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The strategies in memory, so that a webhook is answered without asking the store. Who misses one
/// calls `reload` and looks again.
public final class StrategyCache {

    private final Supplier<List<StrategySettings>> source;
    private final AtomicLong asked = new AtomicLong();
    private final Object loading = new Object();
    private long answered;
    private volatile @Nullable Map<StrategyName, StrategySettings> known;

    public StrategyCache(Supplier<List<StrategySettings>> source) {
        this.source = source;
    }

    public boolean isLoaded() {
        return known != null;
    }

    public Optional<StrategySettings> find(StrategyName name) {
        return Optional.ofNullable(all().get(name));
    }

    public Collection<StrategySettings> strategies() {
        return all().values();
    }

    /// Afterwards the cache holds what the store held at this call or later. However many call at
    /// once, one read is under way and at most one more serves all who wait.
    public void reload() {
        long ticket = asked.incrementAndGet();
        synchronized (loading) {
            if (answered >= ticket) {
                return;
            }
            long upTo = asked.get();
            Map<StrategyName, StrategySettings> fresh = new LinkedHashMap<>();
            source.get().forEach(strategy -> fresh.put(strategy.name(), strategy));
            known = fresh;
            answered = upTo;
        }
    }

    private Map<StrategyName, StrategySettings> all() {
        Map<StrategyName, StrategySettings> now = known;
        return now == null ? Map.of() : now;
    }
}
