package com.mathematricks.engine;

import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerAccount;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerListener;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A broker that outlives the engine: market orders fill at 100, at once or in two parts; others
/// rest until they are cancelled or a test fills them. Before and after each call's effect the
/// engine's power may go.
final class RestingBroker implements Broker {

    /// Positions after each fill.
    final List<NetQuantity> held = new CopyOnWriteArrayList<>();

    private final Power power;
    private final Map<ClientOrderId, Order> orders = new ConcurrentHashMap<>();
    private final Map<ClientOrderId, BrokerOrder> states = new ConcurrentHashMap<>();
    private volatile boolean inParts;
    private volatile @Nullable BrokerListener listener;

    RestingBroker(Power power) {
        this.power = power;
    }

    void fillsInParts(boolean given) {
        inParts = given;
    }

    NetQuantity position() {
        return held.isEmpty() ? NetQuantity.FLAT : held.getLast();
    }

    /// As they came.
    List<Order> open() {
        return openOrders().stream().map(open -> orders.get(open.id())).toList();
    }

    /// The market reaches the resting order of that role.
    synchronized void fill(OrderRole role) {
        open().stream()
                .filter(order -> order.terms().role() == role)
                .forEach(order -> told(filled(order, order.terms().quantity())));
    }

    @Override
    public synchronized void connect(BrokerListener to) {
        listener = to;
        // What was left half filled goes on without us.
        open().stream()
                .filter(order -> order.terms().type() == OrderType.MARKET)
                .forEach(order -> filled(order, left(order)));
    }

    @Override
    public void disconnect() {
        listener = null;
    }

    @Override
    public BrokerAccount account() {
        return new BrokerAccount(Money.zero(Currency.USD));
    }

    @Override
    public List<BrokerPosition> positions() {
        return position().isFlat()
                ? List.of()
                : List.of(new BrokerPosition(new InstrumentId("AAPL"), position()));
    }

    @Override
    public synchronized void submit(Order order, Instrument instrument) {
        power.step();
        if (states.containsKey(order.id())) {
            told(known(order));
            return;
        }
        orders.put(order.id(), order);
        states.put(order.id(), state(order, OrderStatus.ACCEPTED, List.of()));
        boolean market = order.terms().type() == OrderType.MARKET;
        if (market) {
            filled(order, inParts ? half(order) : order.terms().quantity());
        }
        power.step();
        told(known(order));
        if (market && inParts) {
            power.step();
            filled(order, left(order));
            power.step();
            told(known(order));
        }
    }

    private BrokerOrder known(Order order) {
        return Objects.requireNonNull(states.get(order.id()));
    }

    private static Quantity half(Order order) {
        return order.terms().quantity().times(BigDecimal.ONE, BigDecimal.TWO, Quantity.of("1"));
    }

    private Quantity left(Order order) {
        return order.terms().quantity().minus(known(order).filled());
    }

    private BrokerOrder filled(Order order, Quantity quantity) {
        var terms = order.terms();
        var fills = new ArrayList<>(known(order).fills());
        held.add(position().plus(NetQuantity.of(terms.side(), quantity)));
        fills.add(
                new BrokerFill(
                        order.id() + "-" + (fills.size() + 1),
                        order.id(),
                        terms.instrument(),
                        terms.side(),
                        quantity,
                        Price.of("100"),
                        Money.zero(Currency.USD),
                        "test",
                        order.origin().signalAt()));
        Quantity total =
                fills.stream().map(BrokerFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
        boolean complete = total.equals(terms.quantity());
        BrokerOrder after =
                state(order, complete ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED, fills);
        states.put(order.id(), after);
        return after;
    }

    private static BrokerOrder state(Order order, OrderStatus status, List<BrokerFill> fills) {
        return new BrokerOrder(
                order.id(),
                new BrokerOrderId("B-" + order.id()),
                status,
                fills.stream().map(BrokerFill::quantity).reduce(Quantity.ZERO, Quantity::plus),
                fills,
                null);
    }

    @Override
    public synchronized void cancel(Order order) {
        power.step();
        orders.putIfAbsent(order.id(), order);
        BrokerOrder after =
                states.compute(
                        order.id(),
                        (_, known) ->
                                known != null && known.status().isFinal()
                                        ? known
                                        : state(
                                                order,
                                                OrderStatus.CANCELLED,
                                                known == null ? List.of() : known.fills()));
        power.step();
        told(after);
    }

    private void told(BrokerOrder order) {
        tell(new BrokerReport.Accepted(order.id(), order.brokerOrderId(), Instant.EPOCH));
        order.fills().forEach(fill -> tell(new BrokerReport.Filled(fill)));
        if (order.status() == OrderStatus.CANCELLED) {
            tell(new BrokerReport.Cancelled(order.id(), "as asked", Instant.EPOCH));
        }
    }

    private void tell(BrokerReport report) {
        BrokerListener to = listener;
        if (to != null) {
            to.onReport(report);
        }
    }

    @Override
    public Optional<BrokerOrder> find(ClientOrderId id) {
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public List<BrokerOrder> openOrders() {
        return states.values().stream().filter(order -> !order.status().isFinal()).toList();
    }

    @Override
    public List<BrokerFill> fillsSince(Instant since) {
        return states.values().stream().flatMap(order -> order.fills().stream()).toList();
    }

    @Override
    public void onPrice(InstrumentId instrument, KnownPrice price) {
        // Only tests fill what rests.
    }

    @Override
    public boolean missIsFinal() {
        return true;
    }
}
