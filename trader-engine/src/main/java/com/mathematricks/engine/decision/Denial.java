package com.mathematricks.engine.decision;

import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision that changes nothing, made before there was anything to plan.
final class Denial {

    private Denial() {}

    static Draft of(Signal signal, Situation situation, String code, String reason) {
        return draft(signal, situation, null, code, reason);
    }

    static Draft of(
            Signal signal,
            Situation situation,
            StrategySettings settings,
            String code,
            String reason) {
        return draft(signal, situation, settings, code, reason);
    }

    private static Draft draft(
            Signal signal,
            Situation situation,
            @Nullable StrategySettings settings,
            String code,
            String reason) {
        var decision =
                new Decision(
                        signal.key(),
                        signal.id(),
                        signal.strategy(),
                        settings == null ? null : settings.account(),
                        settings == null ? null : settings.version(),
                        DecisionOutcome.DENIED,
                        code,
                        reason,
                        false,
                        List.of(CheckResult.failed(code, reason)),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        signal.receivedAt(),
                        situation.now());
        return new Draft(
                EntryKind.DECIDED,
                signal.key().value(),
                decision.account(),
                List.of(new Change.Decided(decision)));
    }
}
