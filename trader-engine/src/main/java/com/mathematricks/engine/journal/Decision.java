package com.mathematricks.engine.journal;

import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.SignalKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the engine decided about a signal, and everything that a person needs to see why.
///
/// @param settingsVersion the version of the strategy's settings that was used
/// @param code `APPROVED`, `ALREADY_THERE`, or the first failed check's
/// @param late older than the limit, traded all the same because it only closes
/// @param sizing the arithmetic, a line per step
/// @param orders in the order that they may be sent
/// @param notes what was noticed on the way: a derived instrument, a quantity not used
public record Decision(
        SignalKey key,
        String signalId,
        StrategyName strategy,
        @Nullable AccountId account,
        @Nullable Integer settingsVersion,
        DecisionOutcome outcome,
        String code,
        String reason,
        boolean late,
        List<CheckResult> checks,
        List<String> sizing,
        List<ClientOrderId> orders,
        List<String> notes,
        @Nullable Price referencePrice,
        Instant receivedAt,
        Instant decidedAt) {

    public Decision {
        checks = List.copyOf(checks);
        sizing = List.copyOf(sizing);
        orders = List.copyOf(orders);
        notes = List.copyOf(notes);
    }

    public DecisionAnswer answer(long sequence) {
        return new DecisionAnswer(key, outcome, code, reason, sequence);
    }
}
