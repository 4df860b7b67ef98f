package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Closing;
import com.mathematricks.engine.decision.LegPlan.Opening;
import com.mathematricks.engine.decision.LegPlan.Protecting;
import com.mathematricks.engine.order.ClientOrderIds;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderOrigin;
import com.mathematricks.engine.order.OrderPlan;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalLeg;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the orders of a leg: SUBMITTED where nothing has to end or to open before, else NEW.
/// SUBMITTED is journalled before the send.
record LegOrders(Signal signal, Situation situation, StrategySettings strategy) {

    Order exit(PlannedLeg leg, Closing closing, OrderPlan plan) {
        OrderTerms terms = terms(leg, closing.side(), closing.quantity(), OrderRole.EXIT);
        return order(leg, terms, closing.entry(), plan);
    }

    Order entry(PlannedLeg leg, Opening opening, Quantity quantity, OrderPlan plan) {
        OrderTerms terms = terms(leg, opening.side(), quantity, OrderRole.ENTRY);
        return order(leg, terms, signal.id(), plan);
    }

    /// @param number of it among those of the decision
    Order protection(PlannedLeg leg, Protecting wish, int number, List<ClientOrderId> after) {
        OrderTerms terms = wish.terms();
        long decision = situation.nextSequence();
        return order(
                ClientOrderIds.ofStep(situation.book().epoch(), decision, number, terms.role()),
                origin(leg, wish.entry(), wish.entryName()),
                terms,
                new OrderPlan(after, false, null, wish.entry() != null));
    }

    private static OrderTerms terms(PlannedLeg leg, Side side, Quantity quantity, OrderRole role) {
        SignalLeg wish = leg.leg();
        return new OrderTerms(
                leg.instrument().id(),
                side,
                wish.orderType(),
                quantity,
                limitOf(wish),
                stopOf(wish),
                timeInForce(wish),
                role,
                trailOf(wish));
    }

    private Order order(PlannedLeg leg, OrderTerms terms, @Nullable String entry, OrderPlan plan) {
        return order(
                ClientOrderIds.of(
                        situation.book().epoch(),
                        situation.nextSequence(),
                        leg.index(),
                        terms.role()),
                origin(leg, entry, terms.role() == OrderRole.ENTRY ? leg.leg().entryName() : null),
                terms,
                plan);
    }

    private OrderOrigin origin(PlannedLeg leg, @Nullable String entry, @Nullable String name) {
        return new OrderOrigin(
                signal.key(),
                signal.id(),
                situation.nextSequence(),
                signal.legs().size(),
                entry,
                name,
                null,
                leg.leg().price(),
                signal.sentAt() == null ? signal.receivedAt() : signal.sentAt());
    }

    private Order order(ClientOrderId id, OrderOrigin origin, OrderTerms terms, OrderPlan plan) {
        Order order =
                Order.planned(
                        id,
                        strategy.name(),
                        strategy.account(),
                        origin,
                        terms,
                        plan,
                        situation.now());
        return plan.after().isEmpty() && plan.market() == null
                ? order.to(OrderStatus.SUBMITTED, null, situation.now())
                : order;
    }

    private static @Nullable Price limitOf(SignalLeg leg) {
        boolean limited =
                leg.orderType() == OrderType.LIMIT || leg.orderType() == OrderType.STOP_LIMIT;
        return limited ? leg.limitPrice() : null;
    }

    private static @Nullable Price stopOf(SignalLeg leg) {
        boolean stops =
                leg.orderType() == OrderType.STOP || leg.orderType() == OrderType.STOP_LIMIT;
        return stops ? leg.stopPrice() : null;
    }

    private static @Nullable Trail trailOf(SignalLeg leg) {
        return leg.orderType() == OrderType.TRAILING_STOP
                ? new Trail(leg.trailAmount(), leg.trailPercent())
                : null;
    }

    private static TimeInForce timeInForce(SignalLeg leg) {
        if (leg.timeInForce() != null) {
            return leg.timeInForce();
        }
        return leg.orderType() == OrderType.MARKET ? TimeInForce.DAY : TimeInForce.GTC;
    }
}
