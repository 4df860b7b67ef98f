package com.mathematricks.engine.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.io.StringReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperFeesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final InstrumentTable table = InstrumentFile.load(null);
    private final PaperFees fees = PaperFees.load(null);

    private Instrument instrument(String id) {
        return table.find(new InstrumentId(id)).orElseThrow();
    }

    private Money fee(
            String id,
            String price,
            String quantity,
            String currency,
            @Nullable Instant closesFrom) {
        Conversion conversion =
                Conversion.of(instrument(id), Price.of(price), new Currency(currency))
                        .orElseThrow();
        return fees.fee(
                        instrument(id),
                        Price.of(price),
                        Quantity.of(quantity),
                        conversion,
                        closesFrom,
                        NOW)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // 1000 × 0.005
        "AAPL, 150, 1000, USD, 5",
        // 10 × 0.005 = 0.05, at least 1
        "AAPL, 150, 10, USD, 1",
        // 1 % of 10 × 2 = 0.20, which is stronger than the minimum
        "AAPL, 2, 10, USD, 0.2",
        // 1 % of 5000 × 0.10 = 5, of 25
        "AAPL, 0.10, 5000, USD, 5",
        // 3 × 0.65 = 1.95
        "AAPL 2026-12-18 150 C, 4, 3, USD, 1.95",
        "AAPL 2026-12-18 150 C, 4, 1, USD, 1",
        // 2 × 2.47
        "ESZ2026, 6000, 2, USD, 4.94",
        // 0.002 % of 1.08 × 200000 = 4.32
        "EURUSD, 1.08, 200000, USD, 4.32",
        "EURUSD, 1.08, 10000, USD, 2",
        // 0.002 % of 300000 dollars = 6; the amount in yen ÷ 150
        "USDJPY, 150, 300000, USD, 6",
        "USDJPY, 150, 10000, USD, 2",
        // account in euros: 2 dollars ÷ 1.25
        "EURUSD, 1.25, 10000, EUR, 1.6",
        // 0.1 % of 0.5 × 60000.01 = 30.000005, rounded to cents or to eight decimals
        "BTCUSDT, 60000.01, 0.5, USD, 30",
        "BTCUSDT, 60000.01, 0.5, USDT, 30.000005",
        // 0.05 % of 0.5 × 60000
        "BTCUSDT.P, 60000, 0.5, USDT, 15",
    })
    void chargesByAssetClass(
            String id, String price, String quantity, String currency, String expected) {
        assertThat(fee(id, price, quantity, currency, null))
                .isEqualTo(Money.of(expected, new Currency(currency)));
    }

    @Test
    void chargesIndianStocksOnlyForWhatIsClosedOnTheDayOfOpening() {
        // In Kolkata (UTC+5:30) NOW is 14:30 of the 23rd, and its day began at 18:30 UTC.
        Instant sameDay = Instant.parse("2026-11-22T18:30:00Z");
        Instant dayBefore = Instant.parse("2026-11-22T18:29:59Z");
        Money none = Money.zero(new Currency("INR"));

        assertThat(fee("NSE:TCS", "3000", "10", "INR", null)).isEqualTo(none);
        assertThat(fee("NSE:TCS", "3000", "10", "INR", dayBefore)).isEqualTo(none);
        // 0.03 % of 30000 = 9, for both orders
        assertThat(fee("NSE:TCS", "3000", "10", "INR", sameDay))
                .isEqualTo(Money.of("18", new Currency("INR")));
        // 0.03 % of 300000 = 90, at most 20, for both orders
        assertThat(fee("NSE:TCS", "3000", "100", "INR", sameDay))
                .isEqualTo(Money.of("40", new Currency("INR")));
    }

    @Test
    void hasNoFeeWhereItsCurrencyHasNoRate() {
        Conversion toEuros =
                Conversion.of(instrument("EURGBP"), Price.of("0.85"), new Currency("EUR"))
                        .orElseThrow();

        assertThat(
                        fees.fee(
                                instrument("EURGBP"),
                                Price.of("0.85"),
                                Quantity.of("1000"),
                                toEuros,
                                null,
                                NOW))
                .isEmpty();
    }

    @Test
    void estimatesInTheQuoteCurrency() {
        assertThat(fees.estimate(instrument("AAPL"), Price.of("150"), Quantity.of("10")))
                .isEqualTo(Money.of("1", Currency.USD));
        // 2 dollars × 150
        assertThat(fees.estimate(instrument("USDJPY"), Price.of("150"), Quantity.of("1000")))
                .isEqualTo(Money.of("300", new Currency("JPY")));
        assertThat(fees.estimate(instrument("NSE:TCS"), Price.of("3000"), Quantity.of("10")))
                .isEqualTo(Money.zero(new Currency("INR")));
    }

    @Test
    void namesTheLineOfAFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PaperFees.read(
                                "own.yml",
                                new StringReader(
                                        """
                                        fees:
                                          - {type: stock, percent: -1}
                                        """)))
                .withMessage("own.yml line 2: percent: must not be below 0, is -1");
    }
}
