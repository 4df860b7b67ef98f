package com.mathematricks.engine.performance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mathematricks.model.settings.StrategyName;

/// Whose profit and loss it is: `total`, or `strategy NAME`.
public record PnlScope(@JsonValue String value) {

    public static final PnlScope TOTAL = new PnlScope("total");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PnlScope {
        if (!value.equals("total") && !value.startsWith("strategy ")) {
            throw new IllegalArgumentException("profit and loss of '" + value + "'");
        }
    }

    public static PnlScope of(StrategyName strategy) {
        return new PnlScope("strategy " + strategy);
    }

    @Override
    public String toString() {
        return value;
    }
}
