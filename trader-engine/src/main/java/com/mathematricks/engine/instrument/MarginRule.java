package com.mathematricks.engine.instrument;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Percentage;
import java.math.BigDecimal;

/// What a position's initial margin is reckoned from.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "rule")
public sealed interface MarginRule {

    /// @param amount of the quote currency, for one contract
    record PerContract(BigDecimal amount) implements MarginRule {
        public PerContract {
            amount = Decimals.normalised(amount);
        }
    }

    record OfNotional(Percentage percent) implements MarginRule {}

    /// For a short option: the premium and this much of strike × multiplier × contracts.
    record OfStrike(Percentage percent) implements MarginRule {}
}
