package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An order as the paper broker has it.
///
/// @param instrument as it was when the order came; null in the mark of an order that was cancelled
///   without ever having come
/// @param entry which entry of its strategy a protective order belongs to
/// @param generation counts the resets of the account
/// @param lastPriceAt time of the newest price that was known when it came, or that triggered it or
///   filled a part of it
/// @param bestPrice of a TRAILING_STOP: the best for it since it came, itself included; its stop
///   stands behind it
/// @param triggeredAt of a STOP_LIMIT: when its stop was reached
/// @param expiresAt of a DAY order: when its day is over
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
        @Nullable Price bestPrice,
        @Nullable Instant triggeredAt,
        @Nullable Instant expiresAt,
        List<PaperFill> fills) {

    PaperOrder {
        fills = List.copyOf(fills);
    }

    /// @param known where the market stood when it came
    static PaperOrder received(
            Order order,
            @Nullable Instrument instrument,
            int generation,
            Optional<KnownPrice> known,
            Instant now) {
        boolean trails = order.terms().type() == OrderType.TRAILING_STOP;
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
                known.map(KnownPrice::at).orElse(null),
                known.filter(_ -> trails).map(KnownPrice::price).orElse(null),
                null,
                null,
                List.of());
    }

    PaperOrder ended(OrderStatus end, String why, Instant now) {
        return with(end, why, fills, now);
    }

    PaperOrder filled(PaperFill fill) {
        List<PaperFill> executions = Stream.concat(fills.stream(), Stream.of(fill)).toList();
        boolean whole = remaining().compareTo(fill.quantity()) <= 0;
        return with(
                whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
                null,
                executions,
                fill.at());
    }

    Quantity filledQuantity() {
        return fills.stream().map(PaperFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    Quantity remaining() {
        return terms.quantity().minusAtMost(filledQuantity());
    }

    /// Rounded HALF_EVEN to 34 digits; only of an order with fills.
    Price averagePrice() {
        BigDecimal value =
                fills.stream()
                        .map(fill -> fill.price().value().multiply(fill.quantity().units()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Price(value.divide(filledQuantity().units(), MathContext.DECIMAL128));
    }

    /// What its fills were charged.
    Money fees(Currency currency) {
        return fills.stream().map(PaperFill::fee).reduce(Money.zero(currency), Money::plus);
    }

    List<PaperFill> fillsAfter(long number) {
        return fills.stream().filter(fill -> fill.number() > number).toList();
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
                bestPrice,
                triggeredAt,
                expiresAt,
                executions);
    }

    PaperOrder trailing(Price best, Instant now) {
        return waiting(lastPriceAt, best, triggeredAt, expiresAt, now);
    }

    /// That price makes nothing more of it.
    PaperOrder seen(KnownPrice price, Instant now) {
        return waiting(price.at(), bestPrice, triggeredAt, expiresAt, now);
    }

    PaperOrder triggered(Instant now) {
        return waiting(lastPriceAt, bestPrice, now, expiresAt, now);
    }

    PaperOrder expiring(Instant at) {
        return waiting(lastPriceAt, bestPrice, triggeredAt, at, updatedAt);
    }

    private PaperOrder waiting(
            @Nullable Instant looked,
            @Nullable Price best,
            @Nullable Instant triggered,
            @Nullable Instant expires,
            Instant now) {
        return new PaperOrder(
                id,
                account,
                strategy,
                terms,
                instrument,
                entry,
                generation,
                status,
                reason,
                receivedAt,
                now,
                looked,
                best,
                triggered,
                expires,
                fills);
    }

    /// True for a DAY order from the moment that its day is over.
    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
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
        return new BrokerOrder(
                id, brokerOrderId(), status, filledQuantity(), brokerFills(), reason);
    }

    List<BrokerFill> brokerFills() {
        return fills.stream().map(this::brokerFill).toList();
    }

    BrokerFill brokerFill(PaperFill fill) {
        return new BrokerFill(
                fill.id(),
                id,
                terms.instrument(),
                terms.side(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.priceSource(),
                fill.at());
    }
}
