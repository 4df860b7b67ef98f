package com.mathematricks.engine.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.store.FaultyDatabase;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.service.store.Collections;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriceStoreTest {

    private static final InstrumentId AAPL = new InstrumentId("AAPL");
    private static final StrategyName MINE = new StrategyName("mine");
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00.5Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final TestStore database = TestStore.open(Collections.PRICES);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void bringsPricesBackAfterARestart() {
        var quote = KnownPrice.quote(Price.of("150.25"), NOW);
        var signal = KnownPrice.ofSignal(Price.of("151"), NOW.plusMillis(1), MINE);
        try (var store = new PriceStore(database.database())) {
            store.start();
            store.save(AAPL, quote);
            store.save(AAPL, signal);
            assertThat(store.awaitWritten(LONG)).isTrue();
        }

        var book = new PriceBook();
        new PriceStore(database.database()).load(book, NOW.plusSeconds(60));
        assertThat(book.newest(AAPL, MINE)).contains(signal);
        assertThat(book.newest(AAPL, new StrategyName("other"))).contains(quote);
    }

    @Test
    void storesOneDocumentPerInstrumentThatOthersCanRead() {
        try (var store = new PriceStore(database.database())) {
            store.start();
            store.save(AAPL, KnownPrice.quote(Price.of("150"), NOW));
            store.save(AAPL, KnownPrice.quote(Price.of("149"), NOW.minusSeconds(1)));
            assertThat(store.awaitWritten(LONG)).isTrue();
        }

        assertThat(database.database().getCollection(Collections.PRICES).find())
                .containsExactly(
                        new Document("instrument", "AAPL")
                                .append("price", new Decimal128(new BigDecimal("150")))
                                .append("at", Date.from(NOW))
                                .append("source", "QUOTE")
                                .append("_id", "AAPL"));
    }

    @Test
    void keepsASignalsPriceBesideTheFillThatItLedTo() {
        var signal = KnownPrice.ofSignal(Price.of("190"), NOW, MINE);
        var fill = new KnownPrice(Price.of("190.04"), NOW.plusSeconds(1), PriceSource.FILL, MINE);
        try (var store = new PriceStore(database.database())) {
            store.start();
            store.save(AAPL, signal);
            store.save(AAPL, fill);
            assertThat(store.awaitWritten(LONG)).isTrue();
        }

        var book = new PriceBook();
        new PriceStore(database.database()).load(book, NOW.plusSeconds(60));
        assertThat(book.newest(AAPL, MINE)).contains(fill);
        assertThat(book.newestNotOfFills(AAPL, MINE)).contains(signal);
    }

    @Test
    void writesWhatStillWaitsWhenItIsClosed() {
        var store = new PriceStore(database.database());
        store.save(AAPL, KnownPrice.quote(Price.of("150"), NOW));
        store.start();
        store.close();

        assertThat(database.database().getCollection(Collections.PRICES).countDocuments())
                .isEqualTo(1);
    }

    @Test
    void waitsOutAnOutageOfTheStore() {
        var outage = new FaultyDatabase(database.database());
        try (var store = new PriceStore(outage.database())) {
            outage.begin(FaultyDatabase.Fault.BEFORE_WRITE);
            store.start();
            store.save(AAPL, KnownPrice.quote(Price.of("150"), NOW));
            outage.awaitFailure();
            store.save(AAPL, KnownPrice.quote(Price.of("151"), NOW.plusSeconds(1)));
            outage.end();
            assertThat(store.awaitWritten(LONG)).isTrue();
        }

        var book = new PriceBook();
        new PriceStore(database.database()).load(book, NOW.plusSeconds(60));
        assertThat(book.newest(AAPL, MINE).orElseThrow().price()).isEqualTo(Price.of("151"));
    }
}
