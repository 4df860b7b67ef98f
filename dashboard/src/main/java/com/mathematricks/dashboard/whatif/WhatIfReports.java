package com.mathematricks.dashboard.whatif;

import com.mathematricks.model.whatif.Answer;
import com.mathematricks.model.whatif.KeptDecision;
import com.mathematricks.model.whatif.WhatIf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Judges the decisions of the last 30 days by other limits.
@Component
public final class WhatIfReports {

    private static final int DAYS = 30;

    /// What one request reads.
    private static final int MOST = 5_000;

    private static final Answer ACCOUNT_GONE =
            new Answer.Untold("", "it was decided in an account that is not there any more");

    private final KeptDecisions decisions;
    private final Clock clock;

    WhatIfReports(KeptDecisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /// @param limits what they would be, by strategy and then by account
    public WhatIfReport of(Map<String, Map<String, WhatIf>> limits) {
        var tally = new Tally();
        Instant oldest = clock.instant().minus(Duration.ofDays(DAYS));
        boolean complete = true;
        for (var strategy : limits.entrySet()) {
            complete &=
                    decisions.since(
                            oldest,
                            strategy.getKey(),
                            MOST - tally.judged(),
                            decision -> tally.add(decision, answer(decision, strategy.getValue())));
        }
        return tally.report(DAYS, complete);
    }

    private static Answer answer(KeptDecision decision, Map<String, WhatIf> byAccount) {
        if (decision.account() == null) {
            // Denied before there was an account to limit it.
            return new Answer.Same();
        }
        WhatIf whatIf = byAccount.get(decision.account());
        return whatIf == null ? ACCOUNT_GONE : whatIf.judge(decision);
    }
}
