package com.mathematricks.benchmark;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.calendar.CalendarFile;
import com.mathematricks.engine.calendar.MarketCalendars;
import com.mathematricks.engine.decision.Decider;
import com.mathematricks.engine.decision.PriceView;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.TradingMode;
import com.mathematricks.model.settings.WhenClosed;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.QuantityUnit;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalLeg;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Fifty strategies on one account, with limits of every kind, each of which trades the same ten
/// stocks at the same price. What is approved is filled at once.
final class Desk {

    private static final int STRATEGIES = 50;
    private static final int STOCKS = 10;
    private static final Duration BETWEEN_SIGNALS = Duration.ofSeconds(10);
    private static final Price PRICE = Price.of("100");
    private static final AccountId ACCOUNT = new AccountId("desk");
    private static final InstrumentTable INSTRUMENTS = InstrumentFile.load(null);
    private static final MarketCalendars CALENDARS = CalendarFile.load();

    private final Book book = new Book("BENCH");
    private final Settings settings =
            new Settings(
                    IntStream.range(0, STRATEGIES).mapToObj(Desk::strategy).toList(),
                    List.of(account()),
                    limits("MAX_DAILY_LOSS_PERCENT", "20", "MAX_DRAWDOWN_PERCENT", "50"));
    private Instant now = Instant.parse("2026-03-02T00:00:00Z");
    private int signals;
    private int fills;

    Desk() {
        append(
                new Draft(
                        EntryKind.ADJUSTED,
                        null,
                        ACCOUNT,
                        List.of(
                                new Change.BalancePut(
                                        AccountBalance.opened(
                                                ACCOUNT,
                                                BrokerName.PAPER,
                                                Currency.USD,
                                                Money.of("10000000", Currency.USD))))));
    }

    private static Limits limits(String... keysAndNumbers) {
        var values = new EnumMap<LimitKey, Limit>(LimitKey.class);
        for (int i = 0; i < keysAndNumbers.length; i += 2) {
            values.put(LimitKey.valueOf(keysAndNumbers[i]), Limit.of(keysAndNumbers[i + 1]));
        }
        return new Limits(values, null);
    }

    private static AccountSettings account() {
        return new AccountSettings(
                ACCOUNT,
                1,
                Instant.EPOCH,
                BrokerName.PAPER,
                Currency.USD,
                new BigDecimal("10000000"),
                false,
                MarketHours.IGNORE,
                limits(
                        "MAX_GROSS_LEVERAGE", "2",
                        "MAX_NET_EXPOSURE_PERCENT", "100",
                        "MAX_OPEN_POSITIONS", "1000",
                        "MAX_ORDERS_PER_MINUTE", "1000"));
    }

    private static StrategySettings strategy(int number) {
        return new StrategySettings(
                new StrategyName("strategy-" + number),
                1,
                Instant.EPOCH,
                ACCOUNT,
                TradingMode.PAPER,
                new BigDecimal("1000000"),
                new Sizing(SizingMode.AS_SIGNALLED, null),
                limits(
                        "MAX_ORDER_NOTIONAL", "100000",
                        "MAX_ORDER_QUANTITY", "1000",
                        "MAX_EXECUTIONS", "1000",
                        "MAX_DAILY_LOSS_PERCENT", "20",
                        "MAX_DRAWDOWN_PERCENT", "50"),
                false,
                10,
                PositionMode.STATED,
                null,
                60,
                WhenClosed.QUEUE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "",
                "",
                false);
    }

    /// Every strategy holds every stock.
    void openAll() {
        for (int i = 0; i < STRATEGIES * STOCKS; i++) {
            tradeOnce(Side.BUY);
        }
    }

    int positions() {
        return book.positions().size();
    }

    /// Adds to every position, then takes that off again, and so on.
    void trade(int count) {
        for (int i = 0; i < count; i++) {
            tradeOnce(i / (STRATEGIES * STOCKS) % 2 == 0 ? Side.BUY : Side.SELL);
        }
    }

    private void tradeOnce(Side side) {
        now = now.plus(BETWEEN_SIGNALS);
        Draft decided = Decider.decide(signal(side), situation());
        append(decided);
        signals++;
        int before = fills;
        for (Optional<Order> next = atBroker(); next.isPresent(); next = atBroker()) {
            var filled = new BrokerReport.Filled(fill(next.get()));
            append(Reports.apply(filled, ACCOUNT, book, now).orElseThrow());
        }
        if (fills == before) {
            throw new IllegalStateException("not filled: " + decided);
        }
    }

    private Optional<Order> atBroker() {
        return book.working().filter(Order::mayBeAtBroker).findFirst();
    }

    private BrokerFill fill(Order order) {
        return new BrokerFill(
                "F" + ++fills,
                order.id(),
                order.terms().instrument(),
                order.terms().side(),
                order.remaining(),
                PRICE,
                Money.of("1", Currency.USD),
                "the benchmark",
                now);
    }

    /// Buys one more of what is held.
    Signal nextSignal() {
        return signal(Side.BUY);
    }

    private Signal signal(Side side) {
        var strategy = new StrategyName("strategy-" + signals / STOCKS % STRATEGIES);
        String id = "signal-" + signals;
        var leg =
                new SignalLeg(
                        new InstrumentReference(
                                "NASDAQ",
                                "STK" + (char) ('A' + signals % STOCKS),
                                null,
                                null,
                                null),
                        side == Side.BUY ? Action.BUY : Action.SELL,
                        side,
                        BigDecimal.ONE,
                        QuantityUnit.UNITS,
                        OrderType.MARKET,
                        PRICE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return new Signal(
                SignalKey.of(strategy, id),
                id,
                strategy,
                WireFormat.TRADINGVIEW,
                now,
                now,
                null,
                null,
                null,
                null,
                List.of(leg));
    }

    Situation situation() {
        return new Situation(
                book,
                settings,
                INSTRUMENTS,
                CALENDARS,
                new OnePrice(now),
                (instrument, price, quantity) -> Money.of("1", Currency.USD),
                _ -> Optional.empty(),
                Optional.empty(),
                now);
    }

    private void append(Draft draft) {
        long sequence = book.sequence() + 1;
        book.apply(
                new Entry(
                        sequence,
                        "BENCH",
                        now,
                        "benchmark",
                        draft.kind(),
                        draft.key() == null ? "seq:" + sequence : draft.key(),
                        draft.account(),
                        draft.changes()));
    }

    private record OnePrice(Instant at) implements PriceView {

        @Override
        public Optional<Price> mark(InstrumentId instrument, StrategyName owner) {
            return Optional.of(PRICE);
        }

        @Override
        public Optional<KnownPrice> independent(InstrumentId instrument) {
            return Optional.of(KnownPrice.quote(PRICE, at));
        }
    }
}
