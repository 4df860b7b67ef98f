package com.mathematricks.engine.broker.paper;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.AccountId;
import java.time.Instant;
import java.util.List;

/// The account after the fills up to a number; later fills are added to it at start.
///
/// @param generation 1, and one more with each reset
/// @param throughFill number of the last fill that it includes
record PaperAccount(
        AccountId id,
        int generation,
        Money cash,
        List<PaperPosition> positions,
        long throughFill,
        Instant at) {

    PaperAccount {
        positions = List.copyOf(positions);
    }

    static PaperAccount opened(AccountId id, Money cash, Instant at) {
        return new PaperAccount(id, 1, cash, List.of(), 0, at);
    }
}
