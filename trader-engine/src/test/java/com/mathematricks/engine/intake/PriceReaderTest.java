package com.mathematricks.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.PriceReport;
import com.mathematricks.service.json.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private static List<PostedPrice> read(String json) {
        return new PriceReader(NOW).read(Json.MAPPER.readTree(json));
    }

    private static InstrumentReference named(@Nullable String exchange, String symbol) {
        return new InstrumentReference(exchange, symbol, null, null, null);
    }

    @Test
    void readsOnePrice() {
        assertThat(read("{\"instrument\": \"aapl\", \"price\": 190.25}"))
                .containsExactly(
                        new PostedPrice(
                                "",
                                named(null, "AAPL"),
                                KnownPrice.quote(Price.of("190.25"), NOW)));
    }

    @Test
    void readsAList() {
        assertThat(
                        read(
                                """
                                [{"instrument": "NASDAQ:AAPL", "price": "190", "at": "2026-11-23T14:59:00Z"},
                                 {"instrument": {"exchange": null, "symbol": "BTCUSDT"}, "price": "65000.10", "feed": "mine"}]
                                """))
                .containsExactly(
                        new PostedPrice(
                                "[0].",
                                named("NASDAQ", "AAPL"),
                                KnownPrice.quote(Price.of("190"), NOW.minusSeconds(60))),
                        new PostedPrice(
                                "[1].",
                                named(null, "BTCUSDT"),
                                KnownPrice.quote(Price.of("65000.1"), NOW)));
    }

    @Test
    void readsAnAlertAsTheCollectorHandsItOn() {
        var report =
                new PriceReport(
                        named("NASDAQ", "AAPL"),
                        Price.of("190"),
                        NOW,
                        "webhook",
                        new StrategyName("demo"));

        assertThat(read(Json.MAPPER.writeValueAsString(report)))
                .containsExactly(
                        new PostedPrice(
                                "",
                                named("NASDAQ", "AAPL"),
                                new KnownPrice(Price.of("190"), NOW, PriceSource.ALERT, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"instrument": "AAPL"}                              | price      | nothing | a number above 0
                    {"instrument": "AAPL", "price": null}               | price      | null    | a number above 0
                    {"instrument": "AAPL", "price": 0}                  | price      | 0       | a number above 0
                    {"instrument": "AAPL", "price": "-1"}               | price      | -1      | a number above 0
                    {"instrument": "AAPL", "price": "1,000"}            | price      | 1,000   | a number above 0
                    {"instrument": "AAPL", "price": "NaN"}              | price      | NaN     | a number above 0
                    {"instrument": "AAPL", "price": [1]}                | price      | [1]     | a number above 0
                    {"price": 1}                                        | instrument | nothing | a name like
                    {"instrument": "", "price": 1}                      | instrument | ``      | a name like
                    {"instrument": "NASDAQ:", "price": 1}               | instrument | NASDAQ: | a name like
                    {"instrument": 7, "price": 1}                       | instrument | 7       | a name like
                    {"instrument": {"exchange": "NASDAQ"}, "price": 1}  | instrument | {"exchange":"NASDAQ"} | a name like
                    {"instrument": "AAPL", "price": 1, "at": "noon"}    | at         | noon    | a time in UTC
                    {"instrument": "AAPL", "price": 1, "at": 1700000000} | at        | 1700000000 | a time in UTC
                    "AAPL"                                              | body       | AAPL    | {"instrument": …
                    []                                                  | body       | 0 prices | or a list of at most 1000
                    [{"instrument": "AAPL", "price": 1}, {"instrument": "AAPL", "price": -2}] | [1].price | -2 | a number above 0
                    [{"instrument": "AAPL", "price": 1}, 5]             | [1]        | 5       | {"instrument": …
                    """)
    void saysWhatIsWrong(String json, String field, String value, String accepted) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        RefusedPriceException.class,
                        refused -> {
                            assertThat(refused.field()).isEqualTo(field);
                            assertThat(refused.value()).isEqualTo(value);
                            assertThat(refused.accepted()).contains(accepted);
                        });
    }

    @Test
    void takesAThousandAtOnceAndNoMore() {
        String price = "{\"instrument\": \"AAPL\", \"price\": 1}";
        assertThat(read("[" + String.join(",", Collections.nCopies(1_000, price)) + "]"))
                .hasSize(1_000);
        assertThatThrownBy(
                        () -> read("[" + String.join(",", Collections.nCopies(1_001, price)) + "]"))
                .hasMessageStartingWith("body: '1001 prices' is refused");
    }

    @Test
    void showsOnlyTheBeginningOfWhatIsTooLong() {
        assertThatThrownBy(() ->
                        read("{\"instrument\": \"%s\", \"price\": 1}".formatted("A".repeat(5_000))))
                .message()
                .hasSizeLessThan(250);
    }
}
