package com.mathematricks.engine.command;

import com.mathematricks.engine.calendar.Moment;
import com.mathematricks.engine.decision.Cancels;
import com.mathematricks.engine.decision.OpenMarkets;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.ClientOrderIds;
import com.mathematricks.engine.order.OpenWait;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderPlan;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Closes positions by market: first every order in the instrument is cancelled, the exit waits for
/// their final states and takes then what is held, so that it never turns a position. What another
/// command is closing at the broker already goes on.
final class Flattening {

    private static final int CLOSES_NAMED = 3;

    private final ClosingCause cause;
    private final Situation situation;
    private final Cancels cancels;
    private final OpenMarkets markets;
    private final List<Order> exits = new ArrayList<>();
    private final List<String> closes = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    private Flattening(ClosingCause cause, Situation situation) {
        this.cause = cause;
        this.situation = situation;
        this.markets = new OpenMarkets(situation);
        this.cancels = new Cancels(situation, "closing all, " + cause.words());
    }

    static Effect all(ControlCommand command, Reach reach) {
        return of(
                ClosingCause.of(command),
                reach.situation(),
                reach.keys(),
                "Nothing to do: for %s nothing is held and no order works"
                        .formatted(Words.of(reach.scope())));
    }

    static Effect position(ControlCommand command, Reach reach) {
        if (reach.scope().strategy().isEmpty()) {
            return Effect.refused(
                    "scope '%s' names no position; accepted: strategy NAME"
                            .formatted(command.scope()));
        }
        List<PositionKey> keys =
                reach.keys().stream()
                        .filter(key -> key.instrument().equals(command.instrument()))
                        .toList();
        if (keys.isEmpty()) {
            List<String> others =
                    reach.keys().stream().map(key -> key.instrument().value()).distinct().toList();
            return Effect.refused(
                    "instrument %s: %s neither holds it nor has orders in it; accepted: %s"
                            .formatted(
                                    command.instrument() == null
                                            ? "is missing"
                                            : "'" + command.instrument() + "'",
                                    Words.of(reach.scope()),
                                    others.isEmpty()
                                            ? "none, there is nothing to close"
                                            : Words.list(others)));
        }
        return of(ClosingCause.of(command), reach.situation(), keys, "");
    }

    static Effect of(
            ClosingCause cause, Situation situation, List<PositionKey> keys, String nothing) {
        if (keys.isEmpty()) {
            return Effect.nothing(nothing);
        }
        var flattening = new Flattening(cause, situation);
        keys.forEach(flattening::flatten);
        return flattening.effect(keys);
    }

    private void flatten(PositionKey key) {
        var ending = new ArrayList<Order>();
        NetQuantity held =
                situation.book().position(key).map(Position::quantity).orElse(NetQuantity.FLAT);
        NetQuantity left = held;
        for (Order order : situation.book().working(key)) {
            if (closesAlready(order)) {
                details.add("is closing already: " + Words.of(order));
                left = left.plus(order.remainingNet());
            } else {
                cancel(order);
                ending.add(order);
            }
        }
        List<Order> atBroker = ending.stream().filter(Order::mayBeAtBroker).toList();
        for (Side side : Side.values()) {
            Quantity most = most(side.opposite(), left, atBroker);
            if (most.isPositive()) {
                close(key, side, most, atBroker.stream().map(Order::id).toList());
            }
        }
        if (!left.isFlat()) {
            tell(key, left, atBroker.size());
        }
    }

    private static boolean closesAlready(Order order) {
        return order.isCommanded() && order.mayBeAtBroker() && !order.progress().cancelRequested();
    }

    private void cancel(Order order) {
        if (order.progress().cancelRequested()) {
            details.add("is being cancelled already: " + Words.of(order));
        } else {
            cancels.add(order);
            details.add("cancels " + Words.of(order));
        }
    }

    /// What may be held in that direction at most, since whatever is at the broker may fill before
    /// it is cancelled.
    private static Quantity most(Side direction, NetQuantity left, List<Order> atBroker) {
        BigDecimal held = direction == Side.BUY ? left.units() : left.units().negate();
        BigDecimal most =
                atBroker.stream()
                        .filter(order -> order.terms().side() == direction)
                        .map(order -> order.remaining().units())
                        .reduce(held, BigDecimal::add);
        return new Quantity(most.max(BigDecimal.ZERO));
    }

    private void close(PositionKey key, Side side, Quantity quantity, List<ClientOrderId> after) {
        long decision = situation.nextSequence();
        OpenWait wait = markets.waitFor(key.instrument(), key.account());
        Order exit =
                Order.planned(
                        ClientOrderIds.ofCommand(situation.book().epoch(), decision, exits.size()),
                        key.strategy(),
                        key.account(),
                        cause.origin(decision, situation.now()),
                        new OrderTerms(
                                key.instrument(),
                                side,
                                OrderType.MARKET,
                                quantity,
                                null,
                                null,
                                TimeInForce.DAY,
                                OrderRole.EXIT),
                        new OrderPlan(after, false, NetQuantity.FLAT, false).with(wait),
                        situation.now());
        exits.add(
                after.isEmpty() && wait == null
                        ? exit.to(OrderStatus.SUBMITTED, null, situation.now())
                        : exit);
    }

    private void tell(PositionKey key, NetQuantity left, int waitsFor) {
        OpenWait wait = markets.waitFor(key.instrument(), key.account());
        String close =
                "%s %s %s of %s%s"
                        .formatted(
                                left.isLong() ? "sells" : "buys",
                                left.size(),
                                key.instrument(),
                                key.strategy(),
                                wait == null
                                        ? ""
                                        : " (its market opens at %s)"
                                                .formatted(Moment.of(wait.until())));
        closes.add(close);
        details.add(
                waitsFor == 0
                        ? close + " at market"
                        : "%s at market as soon as %s in it %s ended"
                                .formatted(
                                        close,
                                        Words.orders(waitsFor),
                                        waitsFor == 1 ? "has" : "have"));
    }

    private Effect effect(List<PositionKey> keys) {
        var changes = new ArrayList<Change>();
        cancels.orders().forEach(order -> changes.add(new Change.OrderPut(order)));
        exits.forEach(order -> changes.add(new Change.OrderPut(order)));
        if (changes.isEmpty()) {
            return Effect.done("Nothing more to do: all is being closed already", details, changes);
        }
        String text = text();
        changes.add(
                new Change.Noted(
                        cause.code(),
                        "%s, %s".formatted(text, cause.words()),
                        keys.stream().map(PositionKey::strategy).distinct().count() == 1
                                ? keys.getFirst().strategy()
                                : null,
                        keys.stream().map(PositionKey::account).distinct().count() == 1
                                ? keys.getFirst().account()
                                : null));
        return Effect.done(text, details, changes).but(problems(keys));
    }

    private String text() {
        var parts = new ArrayList<String>();
        if (!cancels.isEmpty()) {
            parts.add("cancels " + Words.orders(cancels.orders().size()));
        }
        if (closes.size() > CLOSES_NAMED) {
            parts.add("closes %d positions at market".formatted(closes.size()));
        } else if (!closes.isEmpty()) {
            parts.add(String.join(", ", closes) + " at market");
        }
        if (parts.isEmpty()) {
            parts.add("closes what orders that are being cancelled may still fill");
        }
        return Words.sentence(parts);
    }

    private List<String> problems(List<PositionKey> keys) {
        return keys.stream()
                .map(PositionKey::account)
                .distinct()
                .map(account -> situation.brokerProblem().apply(account))
                .flatMap(Optional::stream)
                .map(problem -> "is sent as soon as the account is back: " + problem)
                .toList();
    }
}
