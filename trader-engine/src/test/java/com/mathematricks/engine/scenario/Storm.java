package com.mathematricks.engine.scenario;

import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.signal.Protection;
import com.mathematricks.model.signal.Sentiment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A seeded storm of signals and broker reports. The broker in it fills what it has, in parts and
/// in any order, cancels what it is asked to or fills it all the same, and says things twice.
public final class Storm {

    public static final Quantity LARGEST_ORDER = Quantity.of("30");
    public static final Money LARGEST_POSITION = Money.of("5000", Currency.USD);

    static final String REFUSED = "no";

    private static final List<String> TICKERS = List.of("AAPL", "MSFT", "BTCUSDT");

    private static final List<String> SCOPES = List.of("all", "account paper", "strategy demo");

    private final Random random;
    private final Scenario story = new Scenario().fee("0.35");
    private final List<BrokerReport> told = new ArrayList<>();
    private String last = "";
    private final StormProtection protection = new StormProtection();
    private boolean commanded;
    private Optional<String> turned = Optional.empty();

    public Storm(long seed) {
        random = new Random(seed);
        SizingMode mode = anyOf(List.of(SizingMode.values()));
        story.with(settings -> {
            settings.pyramiding(1 + random.nextInt(3))
                    .limit(LimitKey.MAX_ORDERS_PER_MINUTE, "none");
            switch (mode) {
                case AS_SIGNALLED -> settings.defaultQuantity("7");
                case FIXED_QUANTITY -> settings.sizing(mode, "12");
                case FIXED_NOTIONAL -> settings.sizing(mode, "1234.5");
                case PERCENT_OF_EQUITY, PERCENT_OF_CAPITAL -> settings.sizing(mode, "2");
                case SCALED_EQUITY -> settings.sizing(mode);
                case RISK_AMOUNT -> settings.sizing(mode, "50").defaultBracket("5", "20");
            }
        });
        story.senderEquity("80000");
        TICKERS.forEach(this::movePrice);
    }

    /// Orders of at most LARGEST_ORDER, positions of at most 5 % of the equity.
    public Storm withLimits() {
        story.with(settings -> {
            settings.limit(LimitKey.MAX_ORDER_QUANTITY, LARGEST_ORDER.toString())
                    .limit(LimitKey.MAX_POSITION_PERCENT, "5");
            if (random.nextBoolean()) {
                settings.reduceOnLimit();
            }
        });
        return this;
    }

    /// Now and then a person pauses, resumes, reduces, flattens, closes and cancels.
    public Storm withCommands() {
        commanded = true;
        return this;
    }

    public Scenario story() {
        return story;
    }

    public String last() {
        return last;
    }

    /// What an exit of ours did to a position that it must not do.
    public Optional<String> turnedByAnExit() {
        return turned;
    }

    /// Orders that rest to close more than is held and that nobody has asked to cancel.
    public List<Order> restingBeyondPosition() {
        return story.working().stream()
                .filter(Order::mayBeAtBroker)
                .filter(order -> order.terms().role() != OrderRole.ENTRY)
                .filter(order -> order.terms().type() != OrderType.MARKET)
                .filter(order -> !order.progress().cancelRequested())
                .filter(order -> order.remaining().compareTo(closable(order)) > 0)
                .toList();
    }

    /// Positions whose stops, or whose targets, close more than is held together.
    public List<String> protectedTwice() {
        return protection.twice(story.book());
    }

    /// Entries that came with a stop and are held without it, though nobody called it back and the
    /// broker refused none.
    public List<String> unprotected() {
        return protection.missing(story.book());
    }

    private Quantity closable(Order order) {
        NetQuantity held = held(order);
        boolean closes = held.signum() == (order.terms().side() == Side.SELL ? 1 : -1);
        return closes ? held.size() : Quantity.ZERO;
    }

    /// What the position of the order's instrument would be worth with all its entries filled.
    public Money exposure(Order order) {
        var key = keyOf(order);
        NetQuantity held =
                story.book().position(key).map(Position::quantity).orElse(NetQuantity.FLAT);
        Quantity base =
                held.signum() == (order.terms().side() == Side.BUY ? 1 : -1)
                        ? held.size()
                        : Quantity.ZERO;
        Quantity own =
                story.book().working(key).stream()
                        .filter(other -> other.origin().decision() == order.origin().decision())
                        .filter(other -> other.terms().role() == OrderRole.ENTRY)
                        .map(Order::remaining)
                        .reduce(Quantity.ZERO, Quantity::plus);
        boolean replaced =
                story.book().working(key).stream()
                        .anyMatch(other ->
                                other.origin().decision() == order.origin().decision()
                                        && other.terms().role() == OrderRole.EXIT);
        Quantity most = replaced ? own : base.plus(own);
        var price = story.situation().prices().mark(order.terms().instrument(), order.strategy());
        return price.orElseThrow()
                .times(most, BigDecimal.ONE, LARGEST_POSITION.currency())
                .rounded();
    }

    public Scenario next() {
        int before = story.entries().size();
        step();
        List<Entry> entries = story.entries();
        entries.subList(before, entries.size()).forEach(protection::see);
        return story;
    }

    private Scenario step() {
        if (commanded && random.nextInt(12) == 0) {
            command();
            return story;
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> signal();
            case 4, 5, 6 -> fill();
            case 7 -> end();
            case 8 -> {
                again();
                // What broken legs stopped goes on some time.
                if (random.nextInt(4) == 0) {
                    story.state(StateScope.of(Scenario.DEMO), TradingState.ACTIVE);
                }
            }
            default -> movePrice(anyOf(TICKERS));
        }
        return story;
    }

    private void command() {
        TestCommand command =
                switch (random.nextInt(8)) {
                    case 0 -> TestCommand.of(ControlAction.PAUSE, "strategy demo");
                    case 1 -> TestCommand.of(ControlAction.REDUCE, "account paper");
                    case 2, 3 -> TestCommand.of(ControlAction.RESUME, anyOf(SCOPES));
                    case 4 -> TestCommand.flatten(anyOf(SCOPES));
                    case 5, 6 -> TestCommand.close(anyOf(TICKERS));
                    default ->
                            story.working().isEmpty()
                                    ? TestCommand.of(ControlAction.HALT, anyOf(SCOPES))
                                    : TestCommand.cancel(anyOf(story.working()).id());
                };
        last = "command";
        last = "command: " + story.command(command).text();
    }

    /// Whatever the broker has is filled, in any order and in parts, or cancelled where that was
    /// asked for.
    public void calm() {
        for (Optional<Order> any = anyAtBroker(); any.isPresent(); any = anyAtBroker()) {
            Order order = any.get();
            if (order.progress().cancelRequested() && random.nextBoolean()) {
                last = "end of " + Scenario.inWords(order);
                report(order, new BrokerReport.Cancelled(order.id(), "as asked", story.now()));
            } else {
                fill(order);
            }
        }
    }

    private <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void movePrice(String ticker) {
        // Equity stays near its start, so a limit in per cent of it does too.
        story.price(ticker, 90 + random.nextInt(21) + "." + (10 + random.nextInt(90)));
        last = "price of " + ticker;
    }

    private void signal() {
        int legs = random.nextInt(5) == 0 ? 2 : 1;
        var made = new TestSignal[legs];
        var tickers = new ArrayList<String>();
        for (int leg = 0; leg < legs; leg++) {
            tickers.add(anyOf(TICKERS));
        }
        for (int leg = 0; leg < legs; leg++) {
            made[leg] = leg(tickers.get(leg));
            // Two legs in one instrument are one entry, which has one stop.
            if (Set.copyOf(tickers).size() == legs) {
                bracket(made[leg]);
            }
        }
        last = "signal";
        var decision = story.decide(made);
        last =
                "signal %s: %s %s"
                        .formatted(decision.signalId(), decision.code(), decision.reason());
    }

    private TestSignal leg(String ticker) {
        TestSignal signal =
                switch (random.nextInt(12)) {
                    case 0, 1 -> TestSignal.buy(ticker);
                    case 2, 3 -> TestSignal.sell(ticker);
                    case 4 -> TestSignal.buy(ticker).position(target());
                    case 5 -> TestSignal.sell(ticker).position(target(), target());
                    case 6 -> TestSignal.exit(ticker);
                    case 7 -> TestSignal.exit(ticker).ofEntry("S" + (1 + random.nextInt(60)));
                    case 8 -> TestSignal.enter(side(), ticker).named("n" + random.nextInt(3));
                    case 9 -> TestSignal.reverse(ticker);
                    case 10 ->
                            random.nextBoolean()
                                    ? TestSignal.exit(ticker).ifBelow("50")
                                    : TestSignal.exit(ticker).ifAbove("200");
                    default -> TestSignal.cancel(ticker);
                };
        if (random.nextInt(3) > 0) {
            signal.quantity(String.valueOf(1 + random.nextInt(20)));
        }
        if (random.nextInt(6) == 0) {
            signal.limit("95");
        }
        if (random.nextInt(8) == 0) {
            signal.sentiment(anyOf(List.of(Sentiment.values())));
        }
        return signal;
    }

    private void bracket(TestSignal signal) {
        if (random.nextInt(3) == 0) {
            signal.stopLoss(distance());
        }
        if (random.nextInt(3) == 0) {
            signal.takeProfit(distance());
        }
    }

    private Protection distance() {
        return Protection.ofPercent(Percentage.of(String.valueOf(1 + random.nextInt(20))));
    }

    private Side side() {
        return random.nextBoolean() ? Side.BUY : Side.SELL;
    }

    private String target() {
        return String.valueOf(random.nextInt(31) - 15);
    }

    private Optional<Order> anyAtBroker() {
        List<Order> orders = story.working().stream().filter(Order::mayBeAtBroker).toList();
        return orders.isEmpty() ? Optional.empty() : Optional.of(anyOf(orders));
    }

    private void fill() {
        anyAtBroker().ifPresent(this::fill);
    }

    private void fill(Order order) {
        int all = order.remaining().units().intValue();
        String quantity =
                all > 1 && random.nextBoolean()
                        ? String.valueOf(1 + random.nextInt(all - 1))
                        : order.remaining().toString();
        String price = 90 + random.nextInt(21) + "." + (10 + random.nextInt(90));
        last = "fill of " + quantity + " of " + Scenario.inWords(order);
        report(order, new BrokerReport.Filled(story.fill(order, quantity, price)));
    }

    private void end() {
        Optional<Order> any = anyAtBroker();
        if (any.isEmpty()) {
            return;
        }
        Order order = any.get();
        last = "end of " + Scenario.inWords(order);
        boolean asked = order.progress().cancelRequested();
        BrokerReport report =
                asked
                        ? new BrokerReport.Cancelled(order.id(), "as asked", story.now())
                        : new BrokerReport.Rejected(order.id(), REFUSED, story.now());
        report(order, report);
    }

    private void report(Order order, BrokerReport report) {
        NetQuantity before = held(order);
        told.add(report);
        story.report(report);
        NetQuantity after = held(order);
        // Of one that was called back already the broker was too fast.
        boolean turns = before.signum() * after.signum() < 0 && !order.progress().cancelRequested();
        if (turns && order.terms().role() == OrderRole.EXIT) {
            turned = Optional.of("%s took %s to %s".formatted(order, before, after));
        }
    }

    private NetQuantity held(Order order) {
        return story.book().position(keyOf(order)).map(Position::quantity).orElse(NetQuantity.FLAT);
    }

    private static PositionKey keyOf(Order order) {
        return new PositionKey(order.account(), order.strategy(), order.terms().instrument());
    }

    private void again() {
        if (told.isEmpty()) {
            return;
        }
        BrokerReport report = anyOf(told);
        last = "again " + report;
        BookState before = BookState.of(story);
        story.report(report);
        if (report instanceof BrokerReport.Filled(var fill)
                && (!before.equals(BookState.of(story))
                        || !story.book().knowsFill(Reports.fillKey(Scenario.PAPER, fill)))) {
            throw new AssertionError("a fill that was told twice changed the book: " + fill);
        }
    }

    private record BookState(List<Position> positions, long sequence) {
        static BookState of(Scenario story) {
            return new BookState(List.copyOf(story.book().positions()), story.book().sequence());
        }
    }
}
