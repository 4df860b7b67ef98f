package com.mathematricks.model.instrument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Our name of an instrument, upper case: `AAPL`, `BTCUSDT`, `BTCUSDT.P`, `EURUSD`, `ESZ2026`,
/// `NSE:RELIANCE`, `AAPL 2026-12-18 150 C`.
public record InstrumentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstrumentId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("instrument id '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
