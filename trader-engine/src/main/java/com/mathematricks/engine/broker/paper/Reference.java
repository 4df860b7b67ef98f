package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.money.Price;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The market's price that a fill is made by.
///
/// @param source as the fill will tell it
record Reference(Price price, String source) {

    static Reference of(KnownPrice known, Instant now) {
        return new Reference(known.price(), known.describe(now));
    }

    /// What the last fill in the instrument was made by.
    static Reference of(PaperPosition last, Instant now) {
        return new Reference(
                last.lastPrice(),
                "price behind the last fill, %d s old, stale"
                        .formatted(ChronoUnit.SECONDS.between(last.lastFillAt(), now)));
    }
}
