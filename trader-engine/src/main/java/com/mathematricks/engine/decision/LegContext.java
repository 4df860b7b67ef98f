package com.mathematricks.engine.decision;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.SignalLeg;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A leg beside what its strategy holds and has working in the instrument.
///
/// @param isBridge true: the signal came in the form of the bridges, whose quantity is what to open
/// @param position flat where nothing was ever held
/// @param working orders without a final state, in the order that they were planned
/// @param price of the instrument now; empty where nobody knows one
record LegContext(
        SignalLeg leg,
        boolean isBridge,
        StrategySettings strategy,
        Instrument instrument,
        Position position,
        List<Order> working,
        Optional<Price> price,
        LegSizes sizes) {

    NetQuantity held() {
        return position.quantity();
    }

    /// Held, less what exits are already closing; exits never turn a position.
    NetQuantity heldLessExits() {
        return net(_ -> false);
    }

    /// Held, with everything filled that is working but protective orders.
    NetQuantity projected() {
        return net(_ -> true);
    }

    private NetQuantity net(Predicate<Order> entries) {
        return NetQuantity.of(Side.BUY, afterExits(Side.BUY, entries))
                .plus(NetQuantity.of(Side.SELL, afterExits(Side.SELL, entries)));
    }

    /// What there may be to close of that direction once its entries are cancelled, each of which
    /// may fill before.
    Quantity closable(Side direction) {
        return afterExits(direction, Order::mayBeAtBroker);
    }

    private Quantity afterExits(Side direction, Predicate<Order> entries) {
        Quantity held = Sides.isHeld(direction, held()) ? held().size() : Quantity.ZERO;
        Quantity entering =
                sum(ofRole(OrderRole.ENTRY).stream().filter(entries).toList(), direction);
        return held.plus(entering).minusAtMost(sum(ofRole(OrderRole.EXIT), direction.opposite()));
    }

    private static Quantity sum(List<Order> orders, Side side) {
        return orders.stream()
                .filter(order -> order.terms().side() == side)
                .map(Order::remaining)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    List<Order> ofRole(OrderRole role) {
        return working.stream().filter(order -> order.terms().role() == role).toList();
    }

    List<Order> protective() {
        return working.stream().filter(order -> order.terms().role().isProtective()).toList();
    }

    /// Exits that wait for their price, and not for the market.
    List<Order> restingExits() {
        return ofRole(OrderRole.EXIT).stream()
                .filter(order -> order.terms().type() != OrderType.MARKET)
                .toList();
    }

    /// What protects and could race an exit of this leg: at the market all of it; of an exit that
    /// waits for its price only what the same move of the price sets off, so that the stop stays
    /// behind a limit.
    List<Order> racing() {
        OrderType type = leg.orderType();
        return protective().stream()
                .filter(order ->
                        type == OrderType.MARKET || isLimit(order.terms().type()) == isLimit(type))
                .toList();
    }

    private static boolean isLimit(OrderType type) {
        return type == OrderType.LIMIT;
    }

    /// Everything that works in the instrument but exits and what does not race this one.
    List<Order> inTheWay() {
        List<Order> racing = racing();
        return workingButExits().stream()
                .filter(order -> !order.terms().role().isProtective() || racing.contains(order))
                .toList();
    }

    /// Entries that wait for the market to open.
    List<Order> waitingEntries() {
        return ofRole(OrderRole.ENTRY).stream().filter(Order::waitsForOpen).toList();
    }

    /// What entries of that side that wait for the market to open would buy or sell.
    Quantity waiting(Side side) {
        return sum(waitingEntries(), side);
    }

    /// Everything that works in the instrument but exits.
    List<Order> workingButExits() {
        return working.stream().filter(order -> order.terms().role() != OrderRole.EXIT).toList();
    }

    LegContext without(List<Order> orders) {
        return new LegContext(
                leg,
                isBridge,
                strategy,
                instrument,
                position,
                working.stream().filter(order -> !orders.contains(order)).toList(),
                price,
                sizes);
    }

    boolean isAsSignalled() {
        return strategy.sizing().mode() == SizingMode.AS_SIGNALLED;
    }

    Size sized() {
        return sizes.opening(leg.quantity(), leg.quantityUnit());
    }
}
