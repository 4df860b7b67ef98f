package com.mathematricks.collector.format;

import static java.util.Map.entry;

import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.instrument.OptionRight;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the sender says about the instrument.
///
/// @param byTerms an option named by underlying, strike and expiry: a `price` beside them is the
///   underlying's
record Instruments(InstrumentReference reference, boolean byTerms) {

    private static final Words<InstrumentType> TYPES = Words.of(InstrumentType.class);
    private static final Words<InstrumentType> KINDS =
            Words.of(
                    entry("options", InstrumentType.OPTION),
                    entry("option", InstrumentType.OPTION),
                    entry("stock", InstrumentType.STOCK),
                    entry("stocks", InstrumentType.STOCK));
    private static final Set<InstrumentType> WITH_EXPIRY =
            Set.of(InstrumentType.FUTURE, InstrumentType.OPTION);

    /// @param right what the action says, for example CALL for BUY_CALL
    static Instruments read(Fields fields, @Nullable OptionRight right, Instant now) {
        Tickers ticker =
                fields.require(
                                Tickers::read,
                                Tickers.ACCEPTED,
                                "ticker",
                                "symbol",
                                "instrument",
                                "underlying")
                        .at(fields.find("exchange"));
        InstrumentType type = type(fields);
        var option = OptionTerms.read(fields, ticker.symbol(), type, right, now);
        if (option == null) {
            return new Instruments(plain(fields, ticker, type, now), false);
        }
        if (type != null && type != InstrumentType.OPTION) {
            throw fields.require(field -> field, "OPTION", "instrument_type", "type")
                    .wrong("OPTION", "the other fields speak of an option");
        }
        var reference =
                new InstrumentReference(
                        ticker.exchange(),
                        option.contract().underlying(),
                        InstrumentType.OPTION,
                        null,
                        option.contract());
        return new Instruments(reference, !option.inTicker());
    }

    private static InstrumentReference plain(
            Fields fields, Tickers ticker, @Nullable InstrumentType type, Instant now) {
        Field expiry = fields.find("expiry", "expiration");
        if (expiry != null && type != null && !WITH_EXPIRY.contains(type)) {
            throw expiry.wrong("left out of this message", "only a future or option expires");
        }
        return ticker.reference(type, expiry == null ? null : Times.expiry(expiry, now));
    }

    private static @Nullable InstrumentType type(Fields fields) {
        InstrumentType type = fields.read(TYPES::read, "instrument_type");
        Field kindField = fields.find("type");
        InstrumentType kind = kindField == null ? null : KINDS.read(kindField);
        if (kindField != null && type != null && type != kind) {
            throw kindField.wrong("the same as instrument_type, " + type, "correct one of them");
        }
        return type == null ? kind : type;
    }
}
