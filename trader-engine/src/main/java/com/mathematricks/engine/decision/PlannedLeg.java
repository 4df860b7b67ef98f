package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.signal.SignalLeg;
import java.util.Optional;

/// A leg with its instrument found and its plan made.
///
/// @param index 0, 1, 2, … in the signal
/// @param price that an order of it is valued at; empty where nobody knows one
/// @param conversion of the quote currency to the account's at that price
/// @param bracket what is placed behind it where it opens
record PlannedLeg(
        int index,
        SignalLeg leg,
        Instrument instrument,
        Position position,
        Optional<Price> price,
        Optional<Conversion> conversion,
        LegPlan plan,
        LegBracket bracket) {

    PositionKey key() {
        return position.key();
    }
}
