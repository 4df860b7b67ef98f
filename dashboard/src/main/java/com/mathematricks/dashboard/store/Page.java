package com.mathematricks.dashboard.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// @param next the cursor of the page behind this one; null: this is the last
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    public <U> Page<U> map(Function<T, U> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
