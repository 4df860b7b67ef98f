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
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A broker that outlives the engine: market orders fill at 100, others rest until they are
/// cancelled. Before and after each call's effect the engine's power may go.
final class RestingBroker implements Broker {

    /// Positions after each fill.
    final List<NetQuantity> held = new CopyOnWriteArrayList<>();

    private final Power power;
    private final Map<ClientOrderId, BrokerOrder> orders = new ConcurrentHashMap<>();
    private volatile @Nullable BrokerListener listener;

    RestingBroker(Power power) {
        this.power = power;
    }

    NetQuantity position() {
        return held.isEmpty() ? NetQuantity.FLAT : held.getLast();
    }

    long open() {
        return orders.values().stream().filter(order -> !order.status().isFinal()).count();
    }

    @Override
    public void connect(BrokerListener to) {
        listener = to;
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
    public void submit(Order order, Instrument instrument) {
        power.step();
        BrokerOrder arrived =
                orders.computeIfAbsent(
                        order.id(),
                        _ ->
                                order.terms().type() == OrderType.MARKET
                                        ? filled(order)
                                        : state(order, OrderStatus.ACCEPTED, List.of()));
        power.step();
        tell(new BrokerReport.Accepted(order.id(), arrived.brokerOrderId(), Instant.EPOCH));
        arrived.fills().forEach(fill -> tell(new BrokerReport.Filled(fill)));
    }

    private BrokerOrder filled(Order order) {
        var terms = order.terms();
        held.add(position().plus(NetQuantity.of(terms.side(), terms.quantity())));
        var fill =
                new BrokerFill(
                        order.id() + "-1",
                        order.id(),
                        terms.instrument(),
                        terms.side(),
                        terms.quantity(),
                        Price.of("100"),
                        Money.zero(Currency.USD),
                        "test",
                        order.origin().signalAt());
        return state(order, OrderStatus.FILLED, List.of(fill));
    }

    private static BrokerOrder state(Order order, OrderStatus status, List<BrokerFill> fills) {
        return new BrokerOrder(
                order.id(),
                new BrokerOrderId("B-" + order.id()),
                status,
                fills.isEmpty() ? Quantity.ZERO : order.terms().quantity(),
                fills,
                null);
    }

    @Override
    public void cancel(Order order) {
        power.step();
        BrokerOrder after =
                orders.compute(
                        order.id(),
                        (_, known) ->
                                known != null && known.status().isFinal()
                                        ? known
                                        : state(order, OrderStatus.CANCELLED, List.of()));
        power.step();
        after.fills().forEach(fill -> tell(new BrokerReport.Filled(fill)));
        if (after.status() == OrderStatus.CANCELLED) {
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
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public List<BrokerOrder> openOrders() {
        return orders.values().stream().filter(order -> !order.status().isFinal()).toList();
    }

    @Override
    public List<BrokerFill> fillsSince(Instant since) {
        return orders.values().stream().flatMap(order -> order.fills().stream()).toList();
    }

    @Override
    public void onPrice(InstrumentId instrument, KnownPrice price) {
        // Only market orders fill here.
    }

    @Override
    public boolean missIsFinal() {
        return true;
    }
}
