package com.mathematricks.engine.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The newest entries of a map, up to a number.
final class Newest<K, V> {

    private final int most;
    private final Map<K, V> entries = new LinkedHashMap<>();

    Newest(int most) {
        this.most = most;
    }

    /// Returns the key that had to go.
    Optional<K> put(K key, V value) {
        entries.putIfAbsent(key, value);
        if (entries.size() <= most) {
            return Optional.empty();
        }
        K oldest = entries.keySet().iterator().next();
        entries.remove(oldest);
        return Optional.of(oldest);
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    List<K> keys() {
        return List.copyOf(entries.keySet());
    }

    List<V> values() {
        return List.copyOf(entries.values());
    }
}
