package com.mathematricks.model.settings;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The limits that were set in one place. What holds in the end is the strictest of all places.
///
/// @param onLoss of the loss limits of this place; null: REDUCE
public record Limits(
        Map<LimitKey, Limit> values, @Nullable OnLimit onLimit, @Nullable OnLoss onLoss) {

    public static final Limits UNSET = new Limits(Map.of(), null);

    public Limits {
        Map<LimitKey, Limit> copy = new EnumMap<>(LimitKey.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    public Limits(Map<LimitKey, Limit> values, @Nullable OnLimit onLimit) {
        this(values, onLimit, null);
    }

    /// As it was set here; empty where it was not, and where it was turned off.
    public Optional<BigDecimal> number(LimitKey key) {
        return Optional.ofNullable(values.get(key)).map(Limit::number);
    }

    /// The smallest number that any place states; where none states one, `none` if a place says so,
    /// else the default. Empty means that no limit holds.
    public static Optional<BigDecimal> strictest(LimitKey key, Limits... places) {
        var stated =
                Arrays.stream(places).map(place -> place.values.get(key)).filter(Objects::nonNull);
        var list = stated.toList();
        var smallest =
                list.stream()
                        .map(Limit::number)
                        .filter(Objects::nonNull)
                        .min(BigDecimal::compareTo);
        if (smallest.isPresent() || !list.isEmpty()) {
            return smallest;
        }
        return key.defaultValue();
    }
}
