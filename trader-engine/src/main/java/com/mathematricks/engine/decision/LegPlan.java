package com.mathematricks.engine.decision;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.model.money.NetQuantity;
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
        List<Protecting> protecting,
        Optional<Verdict> verdict,
        List<String> sizing) {

    LegPlan {
        cancels = List.copyOf(cancels);
        protecting = List.copyOf(protecting);
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

    /// A stop or target that rests behind the position.
    ///
    /// @param entry the entry that it belongs to, of which it protects what is left when it is
    ///   sent; null: the quantity as it is
    /// @param entryName the sender's name of that entry
    record Protecting(OrderTerms terms, @Nullable String entry, @Nullable String entryName) {

        static Protecting ofAll(OrderTerms terms) {
            return new Protecting(terms, null, null);
        }

        /// What is left of an order, once more.
        static Protecting again(Order order) {
            return inPlaceOf(order, order.terms().withQuantity(order.remaining()));
        }

        static Protecting inPlaceOf(Order order, OrderTerms left) {
            return order.plan().wholeEntry()
                    ? new Protecting(left, order.origin().entry(), order.origin().entryName())
                    : ofAll(left);
        }
    }

    /// @param denied false: nothing needs to be done, which is no denial
    record Verdict(String code, String reason, boolean denied) {}

    static LegPlan nothing(String code, String reason, boolean denied) {
        return new LegPlan(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(new Verdict(code, reason, denied)),
                List.of());
    }

    static LegPlan denied(String code, String reason) {
        return nothing(code, reason, true);
    }

    static LegPlan cancelling(List<Order> orders) {
        return new LegPlan(
                orders, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());
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

    LegPlan protecting(List<Protecting> parts) {
        return new LegPlan(cancels, closing, opening, parts, verdict, sizing);
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
