package com.mathematricks.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.instrument.Resolution.Found;
import com.mathematricks.engine.instrument.Resolution.Unknown;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.instrument.OptionContract;
import com.mathematricks.model.instrument.OptionRight;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTableTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final InstrumentTable table = InstrumentFile.load(null);

    private Resolution resolve(String ticker, @Nullable InstrumentType type) {
        return resolve(ticker, type, null, TODAY);
    }

    private Resolution resolve(
            String ticker,
            @Nullable InstrumentType type,
            @Nullable LocalDate expiry,
            LocalDate today) {
        return table.resolve(reference(ticker, type, expiry), today, _ -> false, false);
    }

    private static InstrumentReference reference(
            String ticker, @Nullable InstrumentType type, @Nullable LocalDate expiry) {
        int colon = ticker.indexOf(':');
        return new InstrumentReference(
                colon < 0 ? null : ticker.substring(0, colon),
                ticker.substring(colon + 1),
                type,
                expiry,
                null);
    }

    private static Found found(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Found.class);
        return (Found) resolution;
    }

    private static String id(Resolution resolution) {
        return found(resolution).instrument().id().value();
    }

    private static String reason(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Unknown.class);
        return ((Unknown) resolution).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "NASDAQ:AAPL, AAPL",
        "AAPL, AAPL",
        "aapl, AAPL",
        "BATS_DLY:AAPL, AAPL",
        "BATS:AAPL_DL, AAPL",
        "NYSE:BRK.B, BRK.B",
        "BINANCE:BTCUSDT, BTCUSDT",
        "BTCUSDT, BTCUSDT",
        "BYBIT:BTCUSDT.P, BTCUSDT.P",
        "BTC/USDT, BTCUSDT",
        "FX:EURUSD, EURUSD",
        "EUR/USD, EURUSD",
        "NSE:RELIANCE, NSE:RELIANCE",
        "NSE_DLY:M&M, NSE:M&M",
        "CME_MINI:ESZ2026, ESZ2026",
        "CME_MINI_DL:ESZ6, ESZ2026",
        "ESZ26, ESZ2026",
        "MNQU2027, MNQU2027",
        "6EZ2026, 6EZ2026",
        "NGF7, NGF2027",
    })
    void findsOneInstrumentUnderAllItsNames(String ticker, String id) {
        Found found = found(resolve(ticker, null));

        assertThat(found.instrument().id().value()).isEqualTo(id);
        assertThat(found.instrument().derived()).isFalse();
        assertThat(found.notices()).isEmpty();
        assertThat(table.find(new InstrumentId(id))).contains(found.instrument());
    }

    @ParameterizedTest
    @CsvSource({
        "NASDAQ:ZZZX, ZZZX, STOCK, USD, 0.01, 1",
        "ZZZX, ZZZX, STOCK, USD, 0.01, 1",
        "NYSE:ZZ.A, ZZ.A, STOCK, USD, 0.01, 1",
        "NSE:ZOMATO, NSE:ZOMATO, STOCK, INR, 0.05, 1",
        "BSE:RELIANCE, BSE:RELIANCE, STOCK, INR, 0.05, 1",
        "BINANCE:PEPEUSDT, PEPEUSDT, CRYPTO, USDT, 0.00000001, 0.00000001",
        "BINANCE:DOGEBTC, DOGEBTC, CRYPTO, BTC, 0.00000001, 0.00000001",
        "BINANCE:BTCFDUSD, BTCFDUSD, CRYPTO, FDUSD, 0.00000001, 0.00000001",
        "PEPEUSDT, PEPEUSDT, CRYPTO, USDT, 0.00000001, 0.00000001",
        "BYBIT:PEPEUSDT.P, PEPEUSDT.P, PERPETUAL, USDT, 0.00000001, 0.00000001",
        "OANDA:NZDCAD, NZDCAD, FOREX, CAD, 0.00001, 1",
        "NZDJPY, NZDJPY, FOREX, JPY, 0.001, 1",
    })
    void derivesByRuleWithANotice(
            String ticker,
            String id,
            InstrumentType type,
            String currency,
            BigDecimal tick,
            String lot) {
        Found found = found(resolve(ticker, null));
        Instrument instrument = found.instrument();

        assertThat(instrument.id().value()).isEqualTo(id);
        assertThat(instrument.type()).isEqualTo(type);
        assertThat(instrument.currency()).isEqualTo(new Currency(currency));
        assertThat(instrument.tick()).isEqualByComparingTo(tick);
        assertThat(instrument.lot()).isEqualTo(Quantity.of(lot));
        assertThat(instrument.derived()).isTrue();
        assertThat(found.notices()).singleElement().asString().contains(ticker, "was taken as");
        assertThat(table.find(instrument.id())).contains(instrument);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, ES1!, ESZ2026",
        // third Friday of December is the 18th
        "2026-12-18, CME_MINI:ES1!, ESZ2026",
        "2026-12-19, CME_MINI:ES1!, ESH2027",
        // notice for December on Monday, 30 November
        "2026-11-29, COMEX:GC1!, GCZ2026",
        "2026-11-30, COMEX:GC1!, GCG2027",
        // December stopped on 20 November
        "2026-11-20, NYMEX:CL1!, CLZ2026",
        "2026-11-23, NYMEX:CL1!, CLF2027",
        "2026-11-23, CBOT:ZN1!, ZNZ2026",
        "2026-11-23, CME:6E, 6EZ2026",
    })
    void takesTheFrontMonthForEntries(LocalDate today, String ticker, String id) {
        Found found = found(resolve(ticker, null, null, today));

        assertThat(found.instrument().id().value()).isEqualTo(id);
        assertThat(found.notices()).containsExactly(id + " is the front month of " + ticker + ".");
    }

    @Test
    void takesTheMonthHeldForExits() {
        var held = Set.of(new InstrumentId("ESH2027"));

        assertThat(id(table.resolve(reference("ES1!", null, null), TODAY, held::contains, true)))
                .isEqualTo("ESH2027");
        assertThat(id(table.resolve(reference("ES1!", null, null), TODAY, held::contains, false)))
                .isEqualTo("ESZ2026");
        assertThat(id(table.resolve(reference("ES1!", null, null), TODAY, _ -> false, true)))
                .isEqualTo("ESZ2026");
    }

    @Test
    void saysWhenSeveralMonthsAreHeld() {
        var held = Set.of(new InstrumentId("ESH2027"), new InstrumentId("ESZ2026"));
        Found found =
                found(table.resolve(reference("ES1!", null, null), TODAY, held::contains, true));

        assertThat(found.instrument().id().value()).isEqualTo("ESZ2026");
        assertThat(found.notices())
                .containsExactly("ESZ2026 is the first of the 2 months of ES1! that are held.");
    }

    @Test
    void letsOnlyAnExitNameAnExpiredContractThatIsHeld() {
        var held = Set.of(new InstrumentId("ESU2026"));
        InstrumentReference reference = reference("ESU2026", null, null);

        assertThat(reason(table.resolve(reference, TODAY, held::contains, false)))
                .isEqualTo(
                        "ESU2026 expired on 2026-09-18; a contract that is still traded is accepted.");
        assertThat(reason(table.resolve(reference, TODAY, _ -> false, true)))
                .startsWith("ESU2026 expired");
        Found exit = found(table.resolve(reference, TODAY, held::contains, true));
        assertThat(exit.instrument().id().value()).isEqualTo("ESU2026");
        assertThat(exit.notices()).containsExactly("ESU2026 expired on 2026-09-18.");
    }

    @ParameterizedTest
    @CsvSource({
        // ES stops on the 18th; a stated 17th is the same contract; the 1st is in its month
        "ES, 2026-12-18, ESZ2026",
        "ES, 2026-12-17, ESZ2026",
        "ES, 2027-03-01, ESH2027",
        // CL of January stops on 22 December
        "CL, 2026-12-22, CLF2027",
    })
    void findsTheContractOfAStatedExpiry(String root, LocalDate expiry, String id) {
        assertThat(id(resolve(root, InstrumentType.FUTURE, expiry, TODAY))).isEqualTo(id);
    }

    @Test
    void readsASingleDigitAsTheNearestYear() {
        assertThat(reason(resolve("ESZ5", null))).startsWith("ESZ2025 expired on 2025-12-19");
        assertThat(id(resolve("ESZ1", null))).isEqualTo("ESZ2031");
    }

    @Test
    void namesAnOptionByItsTerms() {
        var contract =
                new OptionContract(
                        "AAPL",
                        LocalDate.parse("2026-12-18"),
                        Price.of("150.00"),
                        OptionRight.CALL);
        var reference =
                new InstrumentReference(null, "AAPL", InstrumentType.OPTION, null, contract);
        Instrument option = found(table.resolve(reference, TODAY, _ -> false, false)).instrument();

        assertThat(option.id().value()).isEqualTo("AAPL 2026-12-18 150 C");
        assertThat(option.multiplier()).isEqualByComparingTo("100");
        assertThat(option.tick()).isEqualByComparingTo("0.01");
        assertThat(option.expiry()).isEqualTo(LocalDate.parse("2026-12-18"));
        assertThat(table.find(option.id())).contains(option);
        assertThat(id(resolve("AAPL261218C00150000", null))).isEqualTo("AAPL 2026-12-18 150 C");
        assertThat(id(resolve("AAPL 2026-12-18 152.5 P", InstrumentType.OPTION)))
                .isEqualTo("AAPL 2026-12-18 152.5 P");
    }

    @Test
    void refusesOptionsThatItCannotName() {
        assertThat(reason(resolve("AAPL", InstrumentType.OPTION)))
                .contains("underlying, expiry, strike and right");
        assertThat(reason(resolve("AAPL 2026-11-20 150 C", null)))
                .startsWith("AAPL 2026-11-20 150 C expired on 2026-11-20");
        assertThat(reason(resolve("NSE:RELIANCE 2026-12-31 1500 C", null)))
                .contains("US stocks only");
        assertThat(reason(resolve("TOOLONGNAME 2026-12-18 150 C", null)))
                .startsWith("The option's underlying is not known.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RELIANCE",
                "TOOLONG",
                "AAPL!",
                "NASDAQ:BTCUSDT",
                "BINANCE:AAPL",
                "USDUSD",
                "",
                "NSE:",
                "A B",
            })
    void refusesWhatFitsNoRule(String ticker) {
        assertThat(reason(resolve(ticker, null)))
                .startsWith(ticker + " is in no row of the instrument table and fits no rule");
    }

    @Test
    void refusesAnExchangeItDoesNotKnow() {
        assertThat(reason(resolve("LSE:AAPL", null)))
                .startsWith("LSE:AAPL: exchange LSE is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZ1!", "CME:XYZZ2026", "CME:XYZ"})
    void neverGuessesAMultiplier(String ticker) {
        assertThat(reason(resolve(ticker, null)))
                .startsWith(ticker + ": the multiplier of this future is not known");
    }

    @Test
    void refusesOtherMonthsOfAFuture() {
        assertThat(reason(resolve("ES2!", null)))
                .isEqualTo(
                        "ES2!: of the continuous contracts only the front month ES1! is accepted, or a month such as ESZ2026.");
        assertThat(reason(resolve("ESF2027", null)))
                .isEqualTo("ESF2027: ES has no such month; its months are H M U Z.");
    }

    @Test
    void refusesATypeThatContradicts() {
        assertThat(reason(resolve("AAPL", InstrumentType.FOREX)))
                .isEqualTo("AAPL is a STOCK, but the signal calls it a FOREX.");
        assertThat(reason(resolve("ESZ2026", InstrumentType.STOCK))).contains("for type STOCK");
        assertThat(id(resolve("BTCUSDT.P", InstrumentType.CRYPTO))).isEqualTo("BTCUSDT.P");
        assertThat(id(resolve("BTCUSDT.P", InstrumentType.FUTURE))).isEqualTo("BTCUSDT.P");
    }

    @Test
    void takesARootForAFutureOnlyWhereTheSenderSaysSo() {
        assertThat(id(resolve("GC", InstrumentType.FUTURE))).isEqualTo("GCZ2026");
        assertThat(found(resolve("NYSE:GC", null)).instrument().type())
                .isEqualTo(InstrumentType.STOCK);
    }

    @Test
    void refusesAStockWhoseNameIsAPair() {
        assertThat(reason(resolve("NASDAQ:ABUSD", null)))
                .startsWith("NASDAQ:ABUSD: as a US stock it would be called ABUSD");
    }

    @Test
    void findsNothingUnderWhatIsNoIdOfOurs() {
        assertThat(table.find(new InstrumentId("ES1!"))).isEmpty();
        assertThat(table.find(new InstrumentId("ESZ6"))).isEmpty();
        assertThat(table.find(new InstrumentId("NASDAQ:AAPL"))).isEmpty();
        assertThat(table.find(new InstrumentId("EUR/USD"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ES, 50, 0.25",
        "NQ, 20, 0.25",
        "YM, 5, 1",
        "RTY, 50, 0.1",
        "MES, 5, 0.25",
        "MNQ, 2, 0.25",
        "GC, 100, 0.1",
        "SI, 5000, 0.005",
        "HG, 25000, 0.0005",
        "CL, 1000, 0.01",
        "NG, 10000, 0.001",
        "ZB, 1000, 0.03125",
        "ZN, 1000, 0.015625",
        "6E, 125000, 0.00005",
    })
    void knowsMultiplierTickAndMarginOfTheSeedRoots(
            String root, BigDecimal multiplier, BigDecimal tick) {
        Instrument front = found(resolve(root + "1!", null)).instrument();

        assertThat(front.multiplier()).isEqualByComparingTo(multiplier);
        assertThat(front.tick()).isEqualByComparingTo(tick);
        assertThat(front.margin()).isNotNull();
        assertThat(front.currency()).isEqualTo(Currency.USD);
    }
}
