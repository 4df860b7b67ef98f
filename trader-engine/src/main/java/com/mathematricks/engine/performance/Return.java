package com.mathematricks.engine.performance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What money grew by, as a fraction: 0.01 is one per cent.
public record Return(@JsonValue BigDecimal fraction) {

    /// A hundredth of a cent on a hundred million.
    static final int DECIMALS = 12;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Return {
        fraction = Decimals.normalised(fraction);
    }

    /// (equity − flows) ÷ previous equity − 1, to 12 decimals, HALF_EVEN. Empty where the previous
    /// equity is zero or less: there was nothing that could grow.
    static Optional<Return> of(Money equity, Money flows, Money previous) {
        return previous.isPositive()
                ? Optional.of(
                        new Return(
                                equity.minus(flows)
                                        .amount()
                                        .divide(previous.amount(), DECIMALS, RoundingMode.HALF_EVEN)
                                        .subtract(BigDecimal.ONE)))
                : Optional.empty();
    }
}
