package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An order as the paper broker has it.
///
/// @param instrument as it was when the order came; null in the mark of an order that was cancelled
///   without ever having come
/// @param entry which entry of its strategy a protective order belongs to
/// @param generation counts the resets of the account
/// @param lastPriceAt time of the newest price that was known when it came or was last looked at
record PaperOrder(
        ClientOrderId id,
        AccountId account,
        StrategyName strategy,
        OrderTerms terms,
        @Nullable Instrument instrument,
        @Nullable String entry,
        int generation,
        OrderStatus status,
        @Nullable String reason,
        Instant receivedAt,
        Instant updatedAt,
        @Nullable Instant lastPriceAt,
        List<PaperFill> fills) {

    PaperOrder {
        fills = List.copyOf(fills);
    }

    static PaperOrder received(
            Order order,
            @Nullable Instrument instrument,
            int generation,
            @Nullable Instant lastPriceAt,
            Instant now) {
        return new PaperOrder(
                order.id(),
                order.account(),
                order.strategy(),
                order.terms(),
                instrument,
                order.origin().entry(),
                generation,
                OrderStatus.ACCEPTED,
                null,
                now,
                now,
                lastPriceAt,
                List.of());
    }

    PaperOrder ended(OrderStatus end, String why, Instant now) {
        return with(end, why, fills, now);
    }

    /// Our fills are always of the whole order.
    PaperOrder filled(PaperFill fill) {
        return with(OrderStatus.FILLED, null, List.of(fill), fill.at());
    }

    private PaperOrder with(
            OrderStatus next, @Nullable String why, List<PaperFill> executions, Instant now) {
        return new PaperOrder(
                id,
                account,
                strategy,
                terms,
                instrument,
                entry,
                generation,
                next,
                why,
                receivedAt,
                now,
                lastPriceAt,
                executions);
    }

    boolean isOpen() {
        return !status.isFinal();
    }

    /// Throws for the mark of an order that never came: nothing that fills is one.
    Instrument tradedInstrument() {
        return Objects.requireNonNull(instrument);
    }

    BrokerOrderId brokerOrderId() {
        return new BrokerOrderId("PAPER-" + id);
    }

    BrokerOrder asBrokerOrder() {
        Quantity filled =
                fills.stream().map(PaperFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return new BrokerOrder(id, brokerOrderId(), status, filled, brokerFills(), reason);
    }

    List<BrokerFill> brokerFills() {
        return fills.stream()
                .map(fill ->
                        new BrokerFill(
                                fill.id(),
                                id,
                                terms.instrument(),
                                terms.side(),
                                fill.quantity(),
                                fill.price(),
                                fill.fee(),
                                fill.priceSource(),
                                fill.at()))
                .toList();
    }
}
