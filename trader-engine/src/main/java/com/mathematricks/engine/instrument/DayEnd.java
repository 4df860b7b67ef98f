package com.mathematricks.engine.instrument;

import java.time.Instant;

/// When a market's day is over, and with it the DAY orders.
@FunctionalInterface
public interface DayEnd {

    /// The first end of a day of the instrument's market after that moment.
    Instant after(Instrument instrument, Instant moment);
}
