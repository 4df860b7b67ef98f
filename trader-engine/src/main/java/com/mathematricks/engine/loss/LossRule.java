package com.mathematricks.engine.loss;

import com.mathematricks.model.settings.LimitKey;

/// What a loss is counted from.
public enum LossRule {
    /// From the day's beginning.
    DAILY_LOSS(LimitKey.MAX_DAILY_LOSS_PERCENT, "daily loss"),
    /// From the highest equity.
    DRAWDOWN(LimitKey.MAX_DRAWDOWN_PERCENT, "drawdown");

    private final LimitKey key;
    private final String words;

    LossRule(LimitKey key, String words) {
        this.key = key;
        this.words = words;
    }

    public LimitKey key() {
        return key;
    }

    public String words() {
        return words;
    }
}
