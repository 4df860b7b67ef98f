package com.mathematricks.engine.decision;

import com.mathematricks.engine.order.Order;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a leg comes to: first cancel, then close, then open. Any part may be missing.
///
/// @param verdict why there is nothing to do, or why nothing is opened
record LegPlan(
        List<Order> cancels,
        Optional<Closing> closing,
        Optional<Opening> opening,
        Optional<Protecting> protecting,
        Optional<Verdict> verdict,
        List<String> sizing) {

    LegPlan {
        cancels = List.copyOf(cancels);
        sizing = List.copyOf(sizing);
    }

    /// @param leaves position to leave behind, taken anew when the order is sent; null: the
    ///   quantity as it is
    /// @param quantity at most: entries that are being cancelled count as filled
    /// @param entry the entry that it closes; null: the oldest first
    /// @param wholeEntry true: what that entry has left, taken anew when the order is sent
    record Closing(
            Side side,
            Quantity quantity,
            @Nullable NetQuantity leaves,
            @Nullable String entry,
            boolean wholeEntry) {

        static Closing down(Side side, Quantity quantity, @Nullable NetQuantity leaves) {
            return new Closing(side, quantity, leaves, null, false);
        }
    }

    /// @param sizeRatio our size ÷ the sender's stated one; null where it states no position
    /// @param reaches the position to reach where the sender states one, else null
    record Opening(
            Side side,
            Quantity quantity,
            @Nullable BigDecimal sizeRatio,
            @Nullable NetQuantity reaches) {}

    /// A stop that rests behind the position.
    record Protecting(Side side, Quantity quantity, Price stopPrice) {}

    /// @param denied false: nothing needs to be done, which is no denial
    record Verdict(String code, String reason, boolean denied) {}

    static LegPlan nothing(String code, String reason, boolean denied) {
        return new LegPlan(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Verdict(code, reason, denied)),
                List.of());
    }

    static LegPlan denied(String code, String reason) {
        return nothing(code, reason, true);
    }

    static LegPlan cancelling(List<Order> orders) {
        return new LegPlan(
                orders,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static LegPlan closing(List<Order> cancels, Closing closing) {
        return cancelling(cancels).and(Optional.of(closing));
    }

    LegPlan cancellingToo(List<Order> orders) {
        var all = new ArrayList<>(cancels);
        all.addAll(closing.isPresent() ? orders : List.of());
        return new LegPlan(all, closing, opening, protecting, verdict, sizing);
    }

    LegPlan and(Optional<Closing> part) {
        return new LegPlan(cancels, part, opening, protecting, verdict, sizing);
    }

    LegPlan opening(Opening part, List<String> lines) {
        return new LegPlan(cancels, closing, Optional.of(part), protecting, verdict, lines);
    }

    LegPlan protecting(Protecting part) {
        return new LegPlan(cancels, closing, opening, Optional.of(part), verdict, sizing);
    }

    LegPlan notOpening(String code, String reason, List<String> lines) {
        return new LegPlan(
                cancels,
                closing,
                Optional.empty(),
                protecting,
                Optional.of(new Verdict(code, reason, true)),
                lines);
    }
}
