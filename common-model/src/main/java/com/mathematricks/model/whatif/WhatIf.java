package com.mathematricks.model.whatif;

/// Says of decisions that were kept what other limits would have made of each, taken alone: with
/// the account, the prices and the size that was wanted as they were then. What a different
/// decision would have changed for the later ones is not counted. A limit that is not changed says
/// what it said.
public final class WhatIf {

    private final ChangedLimits changed;

    /// @param before the limits as they are
    public WhatIf(LimitPlaces before, LimitPlaces after) {
        this.changed = new ChangedLimits(before, after);
    }

    public Answer judge(KeptDecision decision) {
        Answer answer = new OpeningAnew(changed, decision.checks(), decision.wasReduced()).judge();
        KeptDecision.AtOpen atOpen = decision.atOpen();
        return answer instanceof Answer.Same && atOpen != null
                ? new OpeningAnew(changed, atOpen.checks(), false).judge()
                : answer;
    }
}
