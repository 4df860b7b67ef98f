package com.mathematricks.engine.loss;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import java.math.RoundingMode;

/// What a scope has lost, beside what it may lose.
///
/// @param baseline moved to what was paid in until now
public record Loss(LossBaseline baseline, Money equity, Percentage limit) {

    /// Below zero where it has won.
    public Money lost() {
        return baseline.from().minus(equity);
    }

    public Money allowed() {
        return limit.of(baseline.from()).rounded();
    }

    /// At the limit too. What is worth nothing has nothing to lose.
    public boolean isReached() {
        return baseline.from().isPositive() && lost().compareTo(limit.of(baseline.from())) >= 0;
    }

    /// For a person, with the compared numbers.
    public String inWords() {
        String numbers =
                "%s of %s since %s: equity is %s, it was %s, and at most %s (%s) may be lost"
                        .formatted(
                                baseline.rule().words(),
                                scope(),
                                baseline.since(),
                                equity,
                                baseline.from(),
                                allowed(),
                                limit);
        return lost().isPositive() ? "%s of %s".formatted(lost(), numbers) : "no " + numbers;
    }

    /// In words.
    public String scope() {
        StateScope scope = baseline.scope();
        return scope.equals(StateScope.ALL) ? "all accounts" : scope.value();
    }

    /// Lost in per cent, never more than it is.
    public Percentage percent() {
        return baseline.from().isPositive()
                ? new Percentage(
                        lost().amount()
                                .movePointRight(2)
                                .divide(baseline.from().amount(), 2, RoundingMode.DOWN))
                : Percentage.of("0");
    }
}
