package com.mathematricks.engine.rehearsal;

import com.mathematricks.engine.journal.Decision;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.signal.DecisionOutcome;

/// What would have become of one order of the past.
///
/// @param held after all that was approved is filled
public record RehearsedOrder(PastOrder order, Decision decision, NetQuantity held) {

    public boolean isDenied() {
        return decision.outcome() == DecisionOutcome.DENIED;
    }

    /// Reduced to a limit, or closed without the opening that was wished.
    public boolean isPartly() {
        return decision.outcome() == DecisionOutcome.PARTLY;
    }
}
