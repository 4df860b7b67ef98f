package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The size of what a decision opened, and of what it wanted to open.
///
/// @param kept that the numbers are of; null: it was not kept
/// @param wanted more than that where a limit had cut it; null: it was not kept
/// @param alone one leg was opened, so that it may be reduced
record Size(
        @Nullable Quantity kept,
        @Nullable Quantity wanted,
        @Nullable Quantity lot,
        Quantity smallest,
        boolean alone) {

    private static final int SCALE = 12;

    static Size of(List<KeptCheck> checks) {
        List<KeptCheck> sizes =
                checks.stream().filter(check -> check.code().equals("ORDER_QUANTITY")).toList();
        if (sizes.size() != 1) {
            return new Size(null, null, null, Quantity.ZERO, false);
        }
        KeptCheck size = sizes.getFirst();
        Quantity kept = quantity(size, "quantity").filter(Quantity::isPositive).orElse(null);
        return new Size(
                kept,
                quantity(size, "wanted").orElse(kept),
                quantity(size, "lot").filter(Quantity::isPositive).orElse(null),
                quantity(size, "smallest").orElse(Quantity.ZERO),
                true);
    }

    private static Optional<Quantity> quantity(KeptCheck check, String name) {
        return check.number(name).filter(number -> number.signum() >= 0).map(Quantity::new);
    }

    boolean wasReduced() {
        return kept != null && !kept.equals(wanted);
    }

    /// A kept amount, as it would be for the whole of what was wanted.
    Money ofWanted(Money amount) {
        return kept == null || wanted == null || kept.equals(wanted)
                ? amount
                : amount.share(wanted.units(), kept.units());
    }

    /// Units that fit into `room`, of which the kept size takes `order`.
    Optional<BigDecimal> units(Money room, Money order) {
        if (!room.isPositive()) {
            return Optional.of(BigDecimal.ZERO);
        }
        return kept == null || !order.isPositive()
                ? Optional.empty()
                : Optional.of(
                        room.amount()
                                .multiply(kept.units(), MathContext.DECIMAL128)
                                .divide(order.amount(), SCALE, RoundingMode.DOWN));
    }

    /// Rounded down to the lot; empty: too small for an order.
    Optional<Quantity> roundedDown(BigDecimal units, Quantity to) {
        return Optional.of(new Quantity(units).roundedDownTo(to))
                .filter(Quantity::isPositive)
                .filter(quantity -> quantity.compareTo(smallest) >= 0);
    }
}
