package com.mathematricks.engine.execution;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.order.ClientOrderIds;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderOrigin;
import com.mathematricks.engine.order.OrderPlan;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import java.util.List;

/// Plans the orders that follow from a fill or an end by themselves, as NEW, under ids of the entry
/// that plans them.
final class FollowUps {

    private final String epoch;
    private final long sequence;
    private final Instant now;
    private int made;

    FollowUps(Book book, Instant now) {
        this.epoch = book.epoch();
        this.sequence = book.sequence() + 1;
        this.now = now;
    }

    /// Sent when the order that it replaces has ended, and then no larger than what is held.
    Order replacement(Order order, Quantity quantity) {
        return planned(
                order,
                order.terms().withQuantity(quantity),
                new OrderPlan(
                        List.of(order.id()),
                        false,
                        order.plan().leaves(),
                        order.plan().wholeEntry()));
    }

    /// Behind what the entry has filled.
    ///
    /// @param after what has to end first
    Order protection(Order entry, OrderTerms terms, List<ClientOrderId> after) {
        return planned(entry, terms, new OrderPlan(after, false, null, true));
    }

    private Order planned(Order cause, OrderTerms terms, OrderPlan plan) {
        OrderOrigin from = cause.origin();
        return Order.planned(
                ClientOrderIds.ofStep(epoch, sequence, made++, terms.role()),
                cause.strategy(),
                cause.account(),
                new OrderOrigin(
                        from.signal(),
                        from.signalId(),
                        sequence,
                        1,
                        from.entry(),
                        from.entryName(),
                        from.command(),
                        from.signalPrice(),
                        from.signalAt()),
                terms,
                plan,
                now);
    }
}
