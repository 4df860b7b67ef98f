package com.mathematricks.engine.scenario;

import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.Protection;
import com.mathematricks.model.signal.QuantityUnit;
import com.mathematricks.model.signal.Sentiment;
import com.mathematricks.model.signal.SignalLeg;
import com.mathematricks.model.signal.StatedPosition;
import com.mathematricks.model.signal.Trigger;
import com.mathematricks.model.signal.Trigger.Comparison;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A leg of a signal, in the words of a story: `TestSignal.buy("AAPL").quantity("10")`.
public final class TestSignal {

    private final String ticker;
    private final Action action;
    private @Nullable Side side;
    private @Nullable InstrumentType type;
    private @Nullable BigDecimal quantity;
    private QuantityUnit unit = QuantityUnit.UNITS;
    private OrderType orderType = OrderType.MARKET;
    private @Nullable Price price;
    private @Nullable Price limitPrice;
    private @Nullable Price stopPrice;
    private @Nullable BigDecimal trailAmount;
    private @Nullable Percentage trailPercent;
    private @Nullable TimeInForce timeInForce;
    private @Nullable Integer cancelAfter;
    private @Nullable Sentiment sentiment;
    private @Nullable StatedPosition position;
    private @Nullable String entryName;
    private @Nullable String entryReference;
    private @Nullable Protection stopLoss;
    private @Nullable Protection takeProfit;
    private @Nullable Trigger trigger;

    private TestSignal(Action action, String ticker) {
        this.action = action;
        this.ticker = ticker;
    }

    public static TestSignal buy(String ticker) {
        return new TestSignal(Action.BUY, ticker).side(Side.BUY);
    }

    public static TestSignal sell(String ticker) {
        return new TestSignal(Action.SELL, ticker).side(Side.SELL);
    }

    public static TestSignal enter(Side side, String ticker) {
        return new TestSignal(Action.ENTRY, ticker).side(side);
    }

    public static TestSignal add(String ticker) {
        return new TestSignal(Action.ADD, ticker);
    }

    public static TestSignal exit(String ticker) {
        return new TestSignal(Action.EXIT, ticker);
    }

    public static TestSignal cancel(String ticker) {
        return new TestSignal(Action.CANCEL, ticker);
    }

    public static TestSignal reverse(String ticker) {
        return new TestSignal(Action.REVERSE, ticker);
    }

    public static TestSignal breakeven(String ticker) {
        return new TestSignal(Action.BREAKEVEN, ticker);
    }

    public TestSignal side(Side given) {
        side = given;
        return this;
    }

    public TestSignal type(InstrumentType given) {
        type = given;
        return this;
    }

    public TestSignal quantity(String given) {
        quantity = new BigDecimal(given);
        return this;
    }

    public TestSignal quantity(String given, QuantityUnit in) {
        unit = in;
        return quantity(given);
    }

    public TestSignal price(String given) {
        price = Price.of(given);
        return this;
    }

    public TestSignal limit(String given) {
        orderType = OrderType.LIMIT;
        limitPrice = Price.of(given);
        timeInForce = TimeInForce.GTC;
        return this;
    }

    public TestSignal stop(String given) {
        orderType = OrderType.STOP;
        stopPrice = Price.of(given);
        timeInForce = TimeInForce.GTC;
        return this;
    }

    public TestSignal stopLimit(String stop, String limit) {
        limit(limit).stop(stop);
        orderType = OrderType.STOP_LIMIT;
        return this;
    }

    public TestSignal trailing(String amount) {
        orderType = OrderType.TRAILING_STOP;
        trailAmount = new BigDecimal(amount);
        timeInForce = TimeInForce.GTC;
        return this;
    }

    public TestSignal trailingPercent(String percent) {
        trailing("1");
        trailAmount = null;
        trailPercent = Percentage.of(percent);
        return this;
    }

    public TestSignal orderType(OrderType given) {
        orderType = given;
        return this;
    }

    public TestSignal in(TimeInForce given) {
        timeInForce = given;
        return this;
    }

    public TestSignal cancelAfter(int seconds) {
        cancelAfter = seconds;
        return this;
    }

    public TestSignal sentiment(Sentiment given) {
        sentiment = given;
        return this;
    }

    /// The sender's position after the order.
    public TestSignal position(String target) {
        position = new StatedPosition(NetQuantity.of(target), null);
        return this;
    }

    public TestSignal position(String previous, String target) {
        position = new StatedPosition(NetQuantity.of(target), NetQuantity.of(previous));
        return this;
    }

    public TestSignal named(String name) {
        entryName = name;
        return this;
    }

    public TestSignal ofEntry(String reference) {
        entryReference = reference;
        return this;
    }

    public TestSignal stopLoss(String given) {
        stopLoss = Protection.at(Price.of(given));
        return this;
    }

    public TestSignal stopLoss(Protection given) {
        stopLoss = given;
        return this;
    }

    public TestSignal takeProfit(String given) {
        return takeProfit(Protection.at(Price.of(given)));
    }

    public TestSignal takeProfit(Protection given) {
        takeProfit = given;
        return this;
    }

    public TestSignal ifBelow(String given) {
        trigger = new Trigger(Comparison.BELOW, Price.of(given));
        return this;
    }

    public TestSignal ifAbove(String given) {
        trigger = new Trigger(Comparison.ABOVE, Price.of(given));
        return this;
    }

    public SignalLeg leg() {
        int colon = ticker.indexOf(':');
        return new SignalLeg(
                new InstrumentReference(
                        colon < 0 ? null : ticker.substring(0, colon),
                        ticker.substring(colon + 1),
                        type,
                        null,
                        null),
                action,
                side,
                quantity,
                unit,
                orderType,
                price,
                null,
                limitPrice,
                stopPrice,
                trailAmount,
                trailPercent,
                timeInForce,
                cancelAfter,
                sentiment,
                position,
                entryName,
                entryReference,
                stopLoss,
                takeProfit,
                trigger,
                null);
    }
}
