package com.mathematricks.engine.price;

import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A price and how far it may be trusted.
///
/// @param at when it was current
/// @param onlyFor the only strategy whose positions it marks and whose orders it triggers; null:
///   all
public record KnownPrice(
        Price price, Instant at, PriceSource source, @Nullable StrategyName onlyFor) {

    /// A quote older than this is shown as stale.
    public static final Duration FRESH = Duration.ofSeconds(60);

    public KnownPrice {
        if (source == PriceSource.SIGNAL && onlyFor == null) {
            throw new IllegalArgumentException("a signal's price is its own strategy's only");
        }
    }

    public static KnownPrice quote(Price price, Instant at) {
        return new KnownPrice(price, at, PriceSource.QUOTE, null);
    }

    public static KnownPrice ofSignal(Price price, Instant at, StrategyName strategy) {
        return new KnownPrice(price, at, PriceSource.SIGNAL, strategy);
    }

    public boolean isFor(StrategyName strategy) {
        return onlyFor == null || onlyFor.equals(strategy);
    }

    /// Zero for a price from the future.
    public Duration age(Instant now) {
        return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
    }

    public boolean isFresh(Instant now) {
        return age(now).compareTo(FRESH) <= 0;
    }

    /// For a person: `QUOTE, 12 s old`, to the nearest second, with `stale` where it is not fresh.
    public String describe(Instant now) {
        String text = "%s, %d s old".formatted(source, age(now).plusMillis(500).toSeconds());
        return isFresh(now) ? text : text + ", stale";
    }

    KnownPrice notAfter(Instant now) {
        return at.isAfter(now) ? new KnownPrice(price, now, source, onlyFor) : this;
    }
}
