package com.mathematricks.model.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The limits that a strategy, an account or everything together can have. The constant's name in
/// lower case is the key in `strategies.yml` and says the unit.
public enum LimitKey {
    /// Money of the account's currency.
    MAX_ORDER_NOTIONAL(null),
    /// Units of the instrument.
    MAX_ORDER_QUANTITY(null),
    /// Per cent of the account's equity.
    MAX_POSITION_PERCENT("10"),
    /// Per cent of the equity of all accounts of one mode.
    MAX_BROKER_ALLOCATION_PERCENT("40"),
    /// A factor on the account's equity: the notional of all positions, long and short added up.
    MAX_GROSS_LEVERAGE(null),
    /// Per cent of the account's equity: long less short exposure, in either direction.
    MAX_NET_EXPOSURE_PERCENT(null),
    MAX_OPEN_POSITIONS("50"),
    MAX_ORDERS_PER_MINUTE("60"),
    /// Signals of one strategy that led to an order, within the window of the same place.
    MAX_EXECUTIONS(null),
    /// Seconds, up to a day.
    EXECUTIONS_WINDOW("3600"),
    PRICE_COLLAR_PERCENT("5"),
    /// Per cent of what the day began with: of a strategy its equity, of an account its own,
    /// overall the sum of all. Each is counted where it was set.
    MAX_DAILY_LOSS_PERCENT(null),
    /// Per cent of the highest equity, counted as the daily loss is.
    MAX_DRAWDOWN_PERCENT(null),
    /// Seconds.
    MAX_SIGNAL_AGE("120"),
    /// A factor on the account's equity and on the strategy's capital: 1 means no borrowed money.
    LEVERAGE("1");

    /// Holds where nobody set the limit; null: then there is none. For the order's notional the
    /// engine's default is 10 % of equity.
    private final @Nullable BigDecimal defaultValue;

    LimitKey(@Nullable String defaultValue) {
        this.defaultValue = defaultValue == null ? null : new BigDecimal(defaultValue);
    }

    public Optional<BigDecimal> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static LimitKey of(String word) {
        return Arrays.stream(values())
                .filter(key -> key.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "limit '" + word + "': accepted are " + words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(LimitKey::word).collect(Collectors.joining(", "));
    }
}
