package com.mathematricks.engine.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;

/// What a trading state holds for: `all`, `account NAME` or `strategy NAME`.
public record StateScope(@JsonValue String value) {

    public static final StateScope ALL = new StateScope("all");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StateScope {
        if (!value.equals("all")
                && !value.startsWith("account ")
                && !value.startsWith("strategy ")) {
            throw new IllegalArgumentException("trading state of '" + value + "'");
        }
    }

    public static StateScope of(AccountId account) {
        return new StateScope("account " + account);
    }

    public static StateScope of(StrategyName strategy) {
        return new StateScope("strategy " + strategy);
    }

    @Override
    public String toString() {
        return value;
    }
}
