package com.mathematricks.model.instrument;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a sender said about an instrument, upper case and split, not yet looked up: `NASDAQ:AAPL`
/// has exchange `NASDAQ` and symbol `AAPL`. For an option the symbol is the underlying's and
/// `option` holds its terms. `type` and `expiry` only where the sender stated them.
public record InstrumentReference(
        @Nullable String exchange,
        String symbol,
        @Nullable InstrumentType type,
        @Nullable LocalDate expiry,
        @Nullable OptionContract option) {

    /// As a person would write it.
    @Override
    public String toString() {
        String name = exchange == null ? symbol : exchange + ":" + symbol;
        return option == null
                ? name
                : name + " " + option.expiry() + " " + option.strike() + " " + option.right();
    }
}
