package com.mathematricks.engine.price;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The last price of each instrument from each source; those of one strategy only are kept apart.
/// Safe for many threads.
public final class PriceBook {

    /// An independent reference is not older than this.
    public static final Duration REFERENCE_LIMIT = Duration.ofMinutes(5);

    /// Of two prices of one moment, the one of the source that is named first in `PriceSource`.
    private static final Comparator<KnownPrice> NEWEST =
            Comparator.comparing(KnownPrice::at)
                    .thenComparing(KnownPrice::source, Comparator.reverseOrder());

    private record Key(
            InstrumentId instrument, PriceSource source, @Nullable StrategyName onlyFor) {}

    private final ConcurrentMap<Key, KnownPrice> prices = new ConcurrentHashMap<>();

    /// Takes note of a price; one from the future counts as of now.
    ///
    /// @return false where a newer one of the same source is known already
    public boolean note(InstrumentId instrument, KnownPrice price, Instant now) {
        KnownPrice noted = price.notAfter(now);
        var key = new Key(instrument, noted.source(), noted.onlyFor());
        return noted.equals(prices.merge(key, noted, PriceBook::newer));
    }

    private static KnownPrice newer(KnownPrice known, KnownPrice given) {
        return given.at().isBefore(known.at()) ? known : given;
    }

    /// The newest price that counts for the strategy.
    public Optional<KnownPrice> newest(InstrumentId instrument, StrategyName strategy) {
        return known(instrument, strategy).max(NEWEST);
    }

    /// The newest price that counts for the strategy and that no fill of ours made: a fill has cost
    /// and slip in it, and what is filled at a fill's price would pay them again.
    public Optional<KnownPrice> newestNotOfFills(InstrumentId instrument, StrategyName strategy) {
        return known(instrument, strategy)
                .filter(price -> price.source() != PriceSource.FILL)
                .max(NEWEST);
    }

    /// The newest price, not older than the limit, that neither a signal nor a fill of ours made.
    public Optional<KnownPrice> independentReference(InstrumentId instrument, Instant now) {
        return known(instrument, null)
                .filter(price -> price.source().isIndependent())
                .filter(price -> price.age(now).compareTo(REFERENCE_LIMIT) <= 0)
                .max(NEWEST);
    }

    private Stream<KnownPrice> known(InstrumentId instrument, @Nullable StrategyName strategy) {
        Stream<KnownPrice> forAll = ofEachSource(instrument, null);
        return strategy == null
                ? forAll
                : Stream.concat(forAll, ofEachSource(instrument, strategy));
    }

    private Stream<KnownPrice> ofEachSource(
            InstrumentId instrument, @Nullable StrategyName onlyFor) {
        return Arrays.stream(PriceSource.values())
                .map(source -> prices.get(new Key(instrument, source, onlyFor)))
                .filter(Objects::nonNull);
    }
}
