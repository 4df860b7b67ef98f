package com.mathematricks.engine.order;

import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Our instruction to a broker and how far it has come. Immutable; a change makes a new one.
public record Order(
        ClientOrderId id,
        StrategyName strategy,
        AccountId account,
        OrderOrigin origin,
        OrderTerms terms,
        OrderPlan plan,
        OrderProgress progress) {

    public static Order planned(
            ClientOrderId id,
            StrategyName strategy,
            AccountId account,
            OrderOrigin origin,
            OrderTerms terms,
            OrderPlan plan,
            Instant at) {
        return new Order(id, strategy, account, origin, terms, plan, OrderProgress.created(at));
    }

    public OrderStatus status() {
        return progress.status();
    }

    public boolean isFinal() {
        return status().isFinal();
    }

    /// True for what a person's command closes: it leaves whatever the trading state is.
    public boolean isCommanded() {
        return origin.command() != null;
    }

    /// True as long as it waits for its market to open.
    public boolean waitsForOpen() {
        OpenWait wait = plan.market();
        return status() == OrderStatus.NEW && wait != null && !wait.over();
    }

    /// From when on its age counts: its signal, or the open that it waited for.
    public Instant freshFrom() {
        OpenWait wait = plan.market();
        return wait != null && wait.until().isAfter(origin.signalAt())
                ? wait.until()
                : origin.signalAt();
    }

    public Order waiting(OpenWait wait) {
        return new Order(id, strategy, account, origin, terms, plan.with(wait), progress);
    }

    /// True from the moment that it may have left for the broker.
    public boolean mayBeAtBroker() {
        return !isFinal() && status() != OrderStatus.NEW;
    }

    /// True where this one is given up if `before` ends without having done what it was for.
    public boolean needs(Order before) {
        return plan.filled()
                && plan.after().contains(before.id())
                && origin.decision() == before.origin().decision();
    }

    public Quantity remaining() {
        return terms.quantity().minusAtMost(progress.filled());
    }

    /// What it would still add to the position if it filled.
    public NetQuantity remainingNet() {
        return isFinal() ? NetQuantity.FLAT : NetQuantity.of(terms.side(), remaining());
    }

    /// Rounded HALF_EVEN to 34 digits; empty before the first fill.
    public Optional<Price> averagePrice() {
        return progress.filled().isZero()
                ? Optional.empty()
                : Optional.of(
                        new Price(
                                progress.filledValue()
                                        .divide(
                                                progress.filled().units(),
                                                MathContext.DECIMAL128)));
    }

    /// The one place where an order's status changes other than by a fill. Throws
    /// IllegalStateException where `next` cannot follow.
    public Order to(OrderStatus next, @Nullable String reason, Instant at) {
        if (!status().equals(next) && !OrderTransitions.allowed(status(), next)) {
            throw new IllegalStateException(
                    "order %s cannot go from %s to %s".formatted(id, status(), next));
        }
        return with(
                new OrderProgress(
                        next,
                        progress.filled(),
                        progress.filledValue(),
                        progress.brokerOrderId(),
                        progress.cancelRequested(),
                        reason,
                        progress.createdAt(),
                        at));
    }

    /// A fill is always applied, whatever the status; one that completes an order makes it FILLED
    /// even after it was reported cancelled.
    public Order filled(Quantity quantity, Price price, Instant at) {
        Quantity total = progress.filled().plus(quantity);
        boolean complete = total.compareTo(terms.quantity()) >= 0;
        OrderStatus next =
                complete ? OrderStatus.FILLED : isFinal() ? status() : OrderStatus.PARTIALLY_FILLED;
        BigDecimal value = progress.filledValue().add(price.value().multiply(quantity.units()));
        return with(
                new OrderProgress(
                        next,
                        total,
                        Decimals.normalised(value),
                        progress.brokerOrderId(),
                        progress.cancelRequested(),
                        complete ? null : progress.reason(),
                        progress.createdAt(),
                        at));
    }

    public Order knownAs(BrokerOrderId brokerOrderId) {
        return with(
                new OrderProgress(
                        status(),
                        progress.filled(),
                        progress.filledValue(),
                        brokerOrderId,
                        progress.cancelRequested(),
                        progress.reason(),
                        progress.createdAt(),
                        progress.updatedAt()));
    }

    public Order cancelRequested(String reason, Instant at) {
        return with(
                new OrderProgress(
                        status(),
                        progress.filled(),
                        progress.filledValue(),
                        progress.brokerOrderId(),
                        true,
                        reason,
                        progress.createdAt(),
                        at));
    }

    public Order resized(Quantity quantity) {
        return new Order(
                id, strategy, account, origin, terms.withQuantity(quantity), plan, progress);
    }

    private Order with(OrderProgress changed) {
        return new Order(id, strategy, account, origin, terms, plan, changed);
    }
}
