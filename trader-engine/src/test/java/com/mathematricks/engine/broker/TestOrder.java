package com.mathematricks.engine.broker;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderOrigin;
import com.mathematricks.engine.order.OrderPlan;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Orders for tests: `TestOrder.buy("A1", "10").limit("149").order()`.
public final class TestOrder {

    public static final AccountId ACCOUNT = new AccountId("paper");
    public static final StrategyName STRATEGY = new StrategyName("demo");
    public static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");

    private final String id;
    private final Side side;
    private final Quantity quantity;
    private String instrument = "AAPL";
    private StrategyName strategy = STRATEGY;
    private OrderType type = OrderType.MARKET;
    private OrderRole role = OrderRole.ENTRY;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private @Nullable Price limit;
    private @Nullable Price stop;
    private @Nullable Trail trail;
    private @Nullable Price signalPrice;
    private Instant signalAt = AT;
    private @Nullable String command;

    private TestOrder(String id, Side side, String quantity) {
        this.id = id;
        this.side = side;
        this.quantity = Quantity.of(quantity);
    }

    public static TestOrder buy(String id, String quantity) {
        return new TestOrder(id, Side.BUY, quantity);
    }

    public static TestOrder sell(String id, String quantity) {
        return new TestOrder(id, Side.SELL, quantity);
    }

    public TestOrder of(String name) {
        instrument = name;
        return this;
    }

    public TestOrder by(StrategyName name) {
        strategy = name;
        return this;
    }

    public TestOrder limit(String price) {
        type = OrderType.LIMIT;
        limit = Price.of(price);
        return this;
    }

    public TestOrder stop(String price) {
        type = OrderType.STOP;
        stop = Price.of(price);
        return this;
    }

    public TestOrder stopLimit(String trigger, String price) {
        type = OrderType.STOP_LIMIT;
        stop = Price.of(trigger);
        limit = Price.of(price);
        return this;
    }

    public TestOrder trailing(Trail distance) {
        type = OrderType.TRAILING_STOP;
        trail = distance;
        return this;
    }

    public TestOrder as(OrderRole given) {
        role = given;
        return this;
    }

    public TestOrder in(TimeInForce given) {
        timeInForce = given;
        return this;
    }

    public TestOrder commandedBy(String id) {
        command = id;
        return this;
    }

    public TestOrder signalled(String price, Instant at) {
        signalPrice = Price.of(price);
        signalAt = at;
        return this;
    }

    public Order order() {
        return Order.planned(
                new ClientOrderId(id),
                strategy,
                ACCOUNT,
                new OrderOrigin(null, null, 1, 1, "entry-1", null, command, signalPrice, signalAt),
                new OrderTerms(
                        new InstrumentId(instrument),
                        side,
                        type,
                        quantity,
                        limit,
                        stop,
                        timeInForce,
                        role,
                        trail),
                OrderPlan.AT_ONCE,
                AT);
    }
}
