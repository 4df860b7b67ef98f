package com.mathematricks.engine;

import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerAccount;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerListener;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.BrokerUnavailableException;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A broker that fills at 100, and can be told to lose the order or the answer to it.
final class StubbornBroker implements Broker {

    enum Submit {
        FILLS,
        LOSES_THE_ANSWER,
        LOSES_THE_ORDER
    }

    final List<ClientOrderId> submitted = new CopyOnWriteArrayList<>();
    final List<ClientOrderId> cancelled = new CopyOnWriteArrayList<>();
    final List<BrokerPosition> positions = new CopyOnWriteArrayList<>();
    volatile Submit next = Submit.FILLS;
    volatile Currency feeCurrency = Currency.USD;
    private final Map<ClientOrderId, BrokerOrder> orders = new ConcurrentHashMap<>();
    private volatile @Nullable BrokerListener listener;

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
        return new ArrayList<>(positions);
    }

    @Override
    public void submit(Order order, Instrument instrument) {
        Submit now = next;
        next = Submit.FILLS;
        submitted.add(order.id());
        if (now == Submit.LOSES_THE_ORDER) {
            throw new BrokerUnavailableException("no answer");
        }
        orders.putIfAbsent(order.id(), filled(order));
        if (now == Submit.LOSES_THE_ANSWER) {
            throw new BrokerUnavailableException("no answer");
        }
        BrokerOrder there = orders.get(order.id());
        tell(new BrokerReport.Accepted(order.id(), there.brokerOrderId(), Instant.EPOCH));
        there.fills().forEach(fill -> tell(new BrokerReport.Filled(fill)));
    }

    void tell(BrokerReport report) {
        BrokerListener to = listener;
        if (to == null) {
            throw new IllegalStateException("not connected");
        }
        to.onReport(report);
    }

    private BrokerOrder filled(Order order) {
        var fill =
                new BrokerFill(
                        order.id() + "-1",
                        order.id(),
                        order.terms().instrument(),
                        order.terms().side(),
                        order.terms().quantity(),
                        Price.of("100"),
                        Money.zero(feeCurrency),
                        "test",
                        order.origin().signalAt());
        return new BrokerOrder(
                order.id(),
                new BrokerOrderId("B-" + order.id()),
                OrderStatus.FILLED,
                order.terms().quantity(),
                List.of(fill),
                null);
    }

    @Override
    public void cancel(Order order) {
        cancelled.add(order.id());
    }

    @Override
    public Optional<BrokerOrder> find(ClientOrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public List<BrokerOrder> openOrders() {
        return List.of();
    }

    @Override
    public List<BrokerFill> fillsSince(Instant since) {
        return orders.values().stream().flatMap(order -> order.fills().stream()).toList();
    }

    @Override
    public boolean missIsFinal() {
        return true;
    }
}
