package com.mathematricks.collector.format;

import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.instrument.InstrumentType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Splits `NASDAQ:AAPL` into exchange and symbol.
record Tickers(@Nullable String exchange, String symbol) {

    static final String ACCEPTED = "a symbol such as AAPL, NASDAQ:AAPL, BTCUSDT or ES1!";

    private static final Pattern SYMBOL =
            Pattern.compile("[A-Z0-9][A-Z0-9._!&/@-]{0,31}|" + OptionTicker.FORM);
    private static final Pattern EXCHANGE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,19}");
    private static final Pattern PAIR = Pattern.compile("([A-Z0-9]{2,10})[/_-]([A-Z0-9]{2,10})");

    static Tickers read(Field field) {
        String text = field.text(ACCEPTED).toUpperCase(Locale.ROOT);
        int colon = text.indexOf(':');
        String symbol = text.substring(colon + 1).strip();
        if (!SYMBOL.matcher(symbol).matches()) {
            throw field.wrong(
                    ACCEPTED, "write one symbol, in TradingView's alerts best as {{ticker}}");
        }
        return new Tickers(colon < 0 ? null : exchange(field, text.substring(0, colon)), symbol);
    }

    static String exchange(Field field) {
        return exchange(field, field.text("an exchange such as NASDAQ"));
    }

    /// `_DL` and `_DLY` mark TradingView's delayed feed of the exchange before them.
    private static String exchange(Field field, String text) {
        String exchange = text.strip().toUpperCase(Locale.ROOT).replaceFirst("_DLY?$", "");
        if (!EXCHANGE.matcher(exchange).matches()) {
            throw field.wrong(
                    "an exchange such as NASDAQ", "write letters, digits and underscores");
        }
        return exchange;
    }

    /// `exchangeField` may name the exchange instead of the ticker, or say the same.
    Tickers at(@Nullable Field exchangeField) {
        String stated = exchangeField == null ? null : exchange(exchangeField);
        if (exchangeField != null && exchange != null && !exchange.equals(stated)) {
            throw exchangeField.wrong(
                    "the same as in the ticker, " + exchange,
                    "both name the exchange, so leave one out");
        }
        return new Tickers(exchange == null ? stated : exchange, symbol);
    }

    InstrumentReference reference(@Nullable InstrumentType type, @Nullable LocalDate expiry) {
        boolean pair = type == InstrumentType.FOREX || type == InstrumentType.CRYPTO;
        String name = pair ? PAIR.matcher(symbol).replaceFirst("$1$2") : symbol;
        return new InstrumentReference(exchange, name, type, expiry, null);
    }
}
