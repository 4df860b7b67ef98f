package com.mathematricks.engine.order;

import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an order may be sent, and how large it then is.
///
/// @param after orders that must have reached a final state first
/// @param filled true: those of the same decision must have done what they were for; where one did
///   not, this order is cancelled
/// @param leaves of an order that closes the position to leave behind, of one that opens the
///   position to reach; where it had to wait, its quantity is taken from what is held when it is
///   sent
/// @param wholeEntry true: it closes what its entry has left when it is sent
/// @param bracket of an entry: what is placed behind it as it fills; null: nothing
/// @param market the open that it waits or waited for; null: it was planned while the market was
///   open
/// @param cancelAt of an entry: when it is called back if it has not filled; null: it stays
public record OrderPlan(
        List<ClientOrderId> after,
        boolean filled,
        @Nullable NetQuantity leaves,
        boolean wholeEntry,
        @Nullable Bracket bracket,
        @Nullable OpenWait market,
        @Nullable Instant cancelAt) {

    public static final OrderPlan AT_ONCE = new OrderPlan(List.of(), false, null, false);

    public OrderPlan {
        after = List.copyOf(after);
    }

    /// Without bracket and deadline, sent without a wait for the market.
    public OrderPlan(
            List<ClientOrderId> after,
            boolean filled,
            @Nullable NetQuantity leaves,
            boolean wholeEntry) {
        this(after, filled, leaves, wholeEntry, null, null, null);
    }

    /// @param wait null: it need not wait for an open
    public OrderPlan with(@Nullable OpenWait wait) {
        return new OrderPlan(after, filled, leaves, wholeEntry, bracket, wait, cancelAt);
    }
}
