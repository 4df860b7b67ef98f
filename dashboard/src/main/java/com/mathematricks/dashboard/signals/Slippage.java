package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.Amount;
import com.mathematricks.dashboard.ledger.LedgerFill;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much worse, or better, the fills were than the price that the decision was made at.
///
/// @param reference the price of the decision
/// @param average of the fills, by quantity
/// @param worse per unit; above zero is against us
/// @param percent of the reference, two decimals
public record Slippage(
        BigDecimal reference, BigDecimal average, BigDecimal worse, BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 3;

    /// Empty where one price cannot stand for all fills: several instruments, or both sides.
    static Optional<Slippage> of(@Nullable BigDecimal reference, List<LedgerFill> fills) {
        boolean comparable =
                reference != null
                        && reference.signum() > 0
                        && !fills.isEmpty()
                        && fills.stream().map(LedgerFill::instrument).distinct().count() == 1
                        && fills.stream().map(LedgerFill::side).distinct().count() == 1
                        && fills.stream().allMatch(Slippage::isWhole);
        if (!comparable || reference == null) {
            return Optional.empty();
        }
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (LedgerFill fill : fills) {
            BigDecimal units = Objects.requireNonNull(fill.quantity());
            quantity = quantity.add(units);
            value = value.add(units.multiply(Objects.requireNonNull(fill.price())));
        }
        BigDecimal average = value.divide(quantity, MathContext.DECIMAL64);
        BigDecimal dearer = average.subtract(reference);
        BigDecimal worse = "SELL".equals(fills.getFirst().side()) ? dearer.negate() : dearer;
        return Optional.of(
                new Slippage(
                        reference,
                        average,
                        worse,
                        worse.multiply(HUNDRED)
                                .divide(reference, PERCENT_DECIMALS, RoundingMode.HALF_EVEN)));
    }

    private static boolean isWhole(LedgerFill fill) {
        return fill.price() != null && fill.quantity() != null && fill.quantity().signum() > 0;
    }

    public String words() {
        int sign = worse.signum();
        return sign == 0 ? "none" : sign > 0 ? "against us" : "in our favour";
    }

    /// A cost is a loss.
    public String tone() {
        return new Amount(worse.negate(), null).tone();
    }
}
