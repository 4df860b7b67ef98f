package com.mathematricks.engine.book;

import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.order.ClientOrderId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Orders without a final state, in the order that they were planned.
final class WorkingOrders {

    private final Set<ClientOrderId> all = new LinkedHashSet<>();
    private final Map<PositionKey, Set<ClientOrderId>> byKey = new LinkedHashMap<>();

    void add(PositionKey key, ClientOrderId id) {
        all.add(id);
        byKey.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(id);
    }

    void remove(PositionKey key, ClientOrderId id) {
        all.remove(id);
        byKey.computeIfPresent(
                key,
                (_, ids) -> {
                    ids.remove(id);
                    return ids.isEmpty() ? null : ids;
                });
    }

    Set<ClientOrderId> all() {
        return Collections.unmodifiableSet(all);
    }

    Set<ClientOrderId> of(PositionKey key) {
        return Collections.unmodifiableSet(byKey.getOrDefault(key, Set.of()));
    }
}
