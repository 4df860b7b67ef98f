package com.mathematricks.model.settings;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
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

    private static final Percentage LARGEST_ORDER = Percentage.of("10");

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

    /// True where any place says something of it, be it `none`.
    public static boolean isStated(LimitKey key, Limits... places) {
        return Arrays.stream(places).anyMatch(place -> place.values.containsKey(key));
    }

    /// By its notional, in the account's currency: 10 % of the account's equity where nobody set
    /// the limit. Empty means that no limit holds.
    public static Optional<Money> largestOrder(Money equity, Limits... places) {
        return isStated(LimitKey.MAX_ORDER_NOTIONAL, places)
                ? strictest(LimitKey.MAX_ORDER_NOTIONAL, places)
                        .map(number -> new Money(number, equity.currency()))
                : Optional.of(LARGEST_ORDER.of(equity).rounded());
    }
}
