package com.mathematricks.dashboard.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list that was searched for something that no index has.
///
/// @param next where the search goes on; null: it saw all
/// @param cutShort the search stopped because it had looked at enough for one request
public record Scan<T>(List<T> items, @Nullable String next, boolean cutShort) {

    /// Documents that one request looks at: what a store reads in a blink.
    public static final int MOST_LOOKED_AT = 2_000;

    public Scan {
        items = List.copyOf(items);
    }

    public <U> Scan<U> withItems(Function<List<T>, List<U>> change) {
        return new Scan<>(change.apply(items), next, cutShort);
    }
}
