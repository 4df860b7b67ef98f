package com.mathematricks.engine.instrument;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.instrument.InstrumentType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a sender calls an instrument, cleaned: upper case, without the suffix that TradingView
/// gives to delayed data.
///
/// @param type null where the sender did not say
record SenderName(@Nullable String exchange, String symbol, @Nullable InstrumentType type) {

    private static final Pattern DELAYED = Pattern.compile("_DLY?$");
    private static final Pattern SEPARATOR = Pattern.compile("[/._-]");

    static SenderName of(InstrumentReference reference) {
        String exchange = reference.exchange();
        return new SenderName(
                exchange == null || exchange.isBlank() ? null : cleaned(exchange),
                cleaned(reference.symbol()),
                reference.type());
    }

    static SenderName of(InstrumentId id) {
        int colon = id.value().indexOf(':');
        return new SenderName(
                colon < 0 ? null : id.value().substring(0, colon),
                id.value().substring(colon + 1),
                null);
    }

    static String cleaned(String text) {
        return DELAYED.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
    }

    /// `EURUSD` for `EUR/USD`.
    String withoutSeparator() {
        return SEPARATOR.matcher(symbol).replaceFirst("");
    }

    SenderName forUnderlying(String underlying) {
        return new SenderName(exchange, underlying, InstrumentType.STOCK);
    }

    /// Senders have no word for a perpetual: to some it is crypto, to others a future.
    boolean admits(InstrumentType actual) {
        return type == null
                || type == actual
                || (actual == InstrumentType.PERPETUAL
                        && (type == InstrumentType.CRYPTO || type == InstrumentType.FUTURE));
    }

    @Override
    public String toString() {
        return exchange == null ? symbol : exchange + ":" + symbol;
    }
}
