package com.mathematricks.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentFileTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void addsTheUsersRowsAndLetsThemReplaceOurs(@TempDir Path folder) throws IOException {
        Path own = folder.resolve("own.yml");
        Files.writeString(
                own,
                """
                instruments:
                  - {type: stock, exchange: lse, symbol: vod, currency: GBP, tick: 0.02, lot: 1}
                  - {type: crypto, symbol: BTCUSDT, currency: USDT, tick: 0.5, lot: 0.1}
                futures:
                  - {root: FDAX, exchange: EUREX, currency: EUR, tick: 0.5, multiplier: 25,
                     margin_percent: 8, months: HMUZ, expiry: third_friday}
                rules:
                  - {name: London stock, type: stock, exchanges: [LSE], qualified: true,
                     currency: GBP, tick: 0.01, lot: 1}
                """);
        InstrumentTable table = InstrumentFile.load(own);

        assertThat(resolved(table, "LSE", "VOD").tick()).isEqualByComparingTo("0.02");
        assertThat(resolved(table, "LSE", "BARC").id()).isEqualTo(new InstrumentId("LSE:BARC"));
        assertThat(resolved(table, null, "BTCUSDT").tick()).isEqualByComparingTo("0.5");
        assertThat(resolved(table, "EUREX", "FDAX1!").id())
                .isEqualTo(new InstrumentId("FDAXZ2026"));
        assertThat(resolved(table, null, "ETHUSDT").tick()).isEqualByComparingTo("0.01");
    }

    private static Instrument resolved(
            InstrumentTable table, @Nullable String exchange, String symbol) {
        var reference = new InstrumentReference(exchange, symbol, null, null, null);
        var found = table.resolve(reference, TODAY, _ -> false, false);
        assertThat(found).isInstanceOf(Resolution.Found.class);
        return ((Resolution.Found) found).instrument();
    }

    private static void refuses(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentFile.with("own.yml", text))
                .withMessageContaining(message);
    }

    @Test
    void namesTheLineOfAFault() {
        refuses(
                """
                instruments:
                  - {type: stock, symbol: ABC, currency: USD, tick: 0.01}
                  - {type: stock, symbol: ABD, currency: USD, tick: -0.01}
                """,
                "own.yml line 3: tick: must be above 0, is -0.01");
        refuses(
                """
                instruments:
                  - {type: stock, symbol: ABC, currency: USD, tik: 0.01}
                """,
                "own.yml line 2: unknown key tik; accepted: type, symbol");
        refuses(
                """
                instruments:
                  - type: bond
                    symbol: ABC
                    currency: USD
                    tick: 1
                """,
                "own.yml line 2: type: 'bond' is none of stock, option, future, forex, crypto, perpetual");
        refuses("futures: [{root: XX, exchange: CME}]", "line 1: multiplier is missing");
        refuses(
                """
                futures:
                  - {root: XX, exchange: CME, currency: USD, tick: 1, multiplier: 5,
                     months: HMUZ, expiry: third_friday}
                """,
                "own.yml line 2: margin or margin_percent is missing");
        refuses("instruments: [", "own.yml line 1: not YAML");
        refuses("instruments: [{type: stock, type: stock}]", "line 1: type is given twice");
        refuses("instrumentz: []", "unknown key instrumentz");
        refuses(
                "instruments: [{type: stock, symbol: ABC, currency: USD, tick: '1,5'}]",
                "line 1: tick: '1,5' is no number");
        refuses(
                "instruments: [{type: stock, symbol: ABC, currency: dollars!, tick: 1}]",
                "line 1: currency: ");
    }

    @Test
    void acceptsAnEmptyFile() {
        assertThat(InstrumentFile.with("own.yml", "").listed())
                .hasSameSizeAs(InstrumentFile.load(null).listed());
    }
}
