package com.mathematricks.engine;

import com.mathematricks.engine.decision.PriceView;
import com.mathematricks.engine.journal.Fill;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.engine.price.PriceStore;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import java.time.Clock;
import java.util.Optional;

/// The prices that the engine knows, kept over a restart.
public final class Prices implements PriceView {

    private final PriceBook book;
    private final PriceStore store;
    private final Clock clock;

    public Prices(PriceBook book, PriceStore store, Clock clock) {
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    void load() {
        store.load(book, clock.instant());
        store.start();
    }

    /// Returns false where a newer one of the same source is known already.
    public boolean note(InstrumentId instrument, KnownPrice price) {
        boolean newer = book.note(instrument, price, clock.instant());
        if (newer) {
            store.save(instrument, price);
        }
        return newer;
    }

    void filled(Fill fill) {
        note(
                fill.instrument(),
                new KnownPrice(fill.price(), fill.at(), PriceSource.FILL, fill.strategy()));
    }

    /// What positions of the strategy are marked by.
    Optional<KnownPrice> newest(InstrumentId instrument, StrategyName strategy) {
        return book.newest(instrument, strategy);
    }

    @Override
    public Optional<Price> mark(InstrumentId instrument, StrategyName strategy) {
        return newest(instrument, strategy).map(KnownPrice::price);
    }

    @Override
    public Optional<KnownPrice> independent(InstrumentId instrument) {
        return book.independentReference(instrument, clock.instant());
    }
}
