package com.mathematricks.engine.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceBookTest {

    private static final InstrumentId AAPL = new InstrumentId("AAPL");
    private static final StrategyName MINE = new StrategyName("mine");
    private static final StrategyName OTHER = new StrategyName("other");
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final PriceBook book = new PriceBook();

    private static KnownPrice quote(String price, int secondsAgo) {
        return KnownPrice.quote(Price.of(price), NOW.minusSeconds(secondsAgo));
    }

    private static KnownPrice signal(String price, int secondsAgo) {
        return KnownPrice.ofSignal(Price.of(price), NOW.minusSeconds(secondsAgo), MINE);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(book.newest(AAPL, MINE)).isEmpty();
        assertThat(book.independentReference(AAPL, NOW)).isEmpty();
    }

    @Test
    void keepsTheNewestWhateverTheOrderOfArrival() {
        assertThat(book.note(AAPL, quote("150", 10), NOW)).isTrue();
        assertThat(book.note(AAPL, quote("149", 20), NOW)).isFalse();

        assertThat(book.newest(AAPL, MINE)).contains(quote("150", 10));
    }

    @Test
    void letsASignalsPriceCountForItsOwnStrategyOnly() {
        book.note(AAPL, quote("150", 10), NOW);
        book.note(AAPL, signal("151", 5), NOW);

        assertThat(book.newest(AAPL, MINE)).contains(signal("151", 5));
        assertThat(book.newest(AAPL, OTHER)).contains(quote("150", 10));
    }

    @Test
    void prefersTheQuoteOfTwoPricesOfOneMoment() {
        book.note(AAPL, signal("151", 5), NOW);
        book.note(AAPL, quote("150", 5), NOW);

        assertThat(book.newest(AAPL, MINE)).contains(quote("150", 5));
    }

    @Test
    void marksWithOurFillsButFillsNothingAtThem() {
        var fill = new KnownPrice(Price.of("150.04"), NOW, PriceSource.FILL, MINE);
        book.note(AAPL, signal("150", 5), NOW);
        book.note(AAPL, fill, NOW);

        assertThat(book.newest(AAPL, MINE)).contains(fill);
        assertThat(book.newestNotOfFills(AAPL, MINE)).contains(signal("150", 5));
        assertThat(book.newestNotOfFills(AAPL, OTHER)).isEmpty();
    }

    @Test
    void refersToNothingOlderThanFiveMinutesNorToSignalsNorToOurFills() {
        book.note(AAPL, signal("151", 1), NOW);
        book.note(AAPL, new KnownPrice(Price.of("152"), NOW, PriceSource.FILL, null), NOW);
        assertThat(book.independentReference(AAPL, NOW)).isEmpty();

        book.note(AAPL, quote("150", 300), NOW);
        assertThat(book.independentReference(AAPL, NOW)).contains(quote("150", 300));
        assertThat(book.independentReference(AAPL, NOW.plusMillis(1))).isEmpty();

        var alert = new KnownPrice(Price.of("153"), NOW.minusSeconds(2), PriceSource.ALERT, null);
        book.note(AAPL, alert, NOW);
        assertThat(book.independentReference(AAPL, NOW)).contains(alert);
    }

    @Test
    void takesAPriceFromTheFutureAsOfNow() {
        book.note(AAPL, quote("150", -30), NOW);

        assertThat(book.newest(AAPL, MINE)).contains(quote("150", 0));
        assertThat(book.note(AAPL, quote("149", -1), NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void saysHowOldAndFreshAPriceIs() {
        assertThat(quote("150", 60).describe(NOW)).isEqualTo("QUOTE, 60 s old");
        assertThat(quote("150", 61).describe(NOW)).isEqualTo("QUOTE, 61 s old, stale");
        assertThat(quote("150", -5).describe(NOW)).isEqualTo("QUOTE, 0 s old");
    }

    @Test
    void hasNoSignalPriceForAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KnownPrice(Price.of("1"), NOW, PriceSource.SIGNAL, null));
    }
}
