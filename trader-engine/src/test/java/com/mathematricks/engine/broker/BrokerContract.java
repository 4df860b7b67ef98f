package com.mathematricks.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the engine relies on, whichever broker it is. A test class for a broker extends this one.
public abstract class BrokerContract {

    protected static final Instrument AAPL =
            InstrumentFile.load(null).find(new InstrumentId("AAPL")).orElseThrow();

    protected final List<BrokerReport> reports = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // connected before each test
    protected Broker broker;

    /// The test's account at the broker, not connected yet; called again for a new connection to
    /// the same account.
    protected abstract Broker open();

    /// Makes the market of AAPL stand at this price.
    protected abstract void market(String price);

    @BeforeEach
    final void connect() {
        broker = open();
        broker.connect(reports::add);
    }

    protected final void reconnect() {
        broker.disconnect();
        broker = open();
        broker.connect(reports::add);
    }

    protected final void submit(TestOrder order) {
        broker.submit(order.order(), AAPL);
    }

    private List<String> told() {
        return reports.stream()
                .map(report -> report.getClass().getSimpleName() + " " + report.order())
                .toList();
    }

    private static NetQuantity held(Broker broker) {
        return broker.positions().stream()
                .filter(position -> position.instrument().equals(AAPL.id()))
                .map(BrokerPosition::quantity)
                .findFirst()
                .orElse(NetQuantity.FLAT);
    }

    @Test
    void acceptsAndFillsAMarketOrder() {
        market("150");
        submit(TestOrder.buy("A1", "10"));

        assertThat(told()).containsExactly("Accepted A1", "Filled A1");
        assertThat(held(broker)).isEqualTo(NetQuantity.of("10"));
        BrokerOrder found = broker.find(new ClientOrderId("A1")).orElseThrow();
        assertThat(found.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(found.filled()).isEqualTo(Quantity.of("10"));
        assertThat(reports.get(1)).isEqualTo(new BrokerReport.Filled(found.fills().getFirst()));
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void answersAKnownIdByWhatBecameOfIt() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        var first = List.copyOf(reports);
        market("160");
        submit(TestOrder.buy("A1", "10"));

        assertThat(held(broker)).isEqualTo(NetQuantity.of("10"));
        assertThat(reports.subList(2, 4)).isEqualTo(first);
        assertThat(broker.fillsSince(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void restsALimitUntilItIsCancelled() {
        market("150");
        submit(TestOrder.buy("A1", "10").limit("140"));

        assertThat(broker.openOrders())
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.id()).isEqualTo(new ClientOrderId("A1"));
                    assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
                });
        broker.cancel(TestOrder.buy("A1", "10").limit("140").order());
        assertThat(told()).containsExactly("Accepted A1", "Cancelled A1");
        assertThat(broker.openOrders()).isEmpty();
        assertThat(broker.find(new ClientOrderId("A1")).orElseThrow().status())
                .isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void cancelsWhatCannotFillAtOnceOfAnImmediateOrder() {
        market("150");
        submit(TestOrder.buy("A1", "10").limit("140").in(TimeInForce.IOC));
        submit(TestOrder.buy("A2", "10").limit("140").in(TimeInForce.FOK));

        assertThat(told())
                .containsExactly("Accepted A1", "Cancelled A1", "Accepted A2", "Cancelled A2");
        assertThat(held(broker)).isEqualTo(NetQuantity.FLAT);
    }

    @Test
    void answersACancelOfAFilledOrderByItsFill() {
        market("150");
        Order order = TestOrder.buy("A1", "10").order();
        broker.submit(order, AAPL);
        broker.cancel(order);

        assertThat(told()).doesNotContain("Cancelled A1");
        assertThat(reports.getLast()).isEqualTo(reports.get(1));
    }

    @Test
    void answersACancelOfWhatNeverCame() {
        broker.cancel(TestOrder.buy("A1", "10").order());

        assertThat(told()).containsExactly("Cancelled A1");
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(broker.find(new ClientOrderId("A1"))).isEmpty();
    }

    @Test
    void tellsFillsOldestFirstFromAMomentOn() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        market("151");
        submit(TestOrder.sell("A2", "4"));
        List<BrokerFill> all = broker.fillsSince(Instant.EPOCH);

        assertThat(all)
                .extracting(BrokerFill::order)
                .map(ClientOrderId::value)
                .containsExactly("A1", "A2");
        assertThat(broker.fillsSince(all.getLast().at())).contains(all.getLast());
        assertThat(broker.fillsSince(all.getLast().at().plusMillis(1))).isEmpty();
    }

    @Test
    void netsPositionsOverStrategiesAndLeavesOutWhatIsFlat() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        submit(TestOrder.sell("A2", "4").by(new StrategyName("other")));
        assertThat(held(broker)).isEqualTo(NetQuantity.of("6"));

        submit(TestOrder.sell("A3", "6"));
        assertThat(broker.positions()).isEmpty();
    }

    @Test
    void isTheSameAfterANewConnection() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        submit(TestOrder.buy("A2", "5").limit("140"));
        var account = broker.account();
        var positions = broker.positions();
        var open = broker.openOrders();
        var fills = broker.fillsSince(Instant.EPOCH);
        reconnect();

        assertThat(broker.account()).isEqualTo(account);
        assertThat(broker.positions()).isEqualTo(positions);
        assertThat(broker.openOrders()).isEqualTo(open);
        assertThat(broker.fillsSince(Instant.EPOCH)).isEqualTo(fills);
    }
}
