package com.mathematricks.engine.rehearsal;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.calendar.CalendarFile;
import com.mathematricks.engine.calendar.MarketCalendars;
import com.mathematricks.engine.decision.Decider;
import com.mathematricks.engine.decision.FeeEstimate;
import com.mathematricks.engine.decision.PriceView;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.QuantityUnit;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalLeg;
import com.mathematricks.model.signal.StatedPosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts orders of the past, one after another and each at its own time, through the same decision
/// as signals: sizing, limits, the order's steps. What is approved is filled at once at the price
/// of the past. The account begins flat, with its cash.
public final class Rehearsal {

    private static final String EPOCH = "REHEARSE";
    private static final InstrumentTable INSTRUMENTS = InstrumentFile.load(null);
    private static final MarketCalendars CALENDARS = CalendarFile.load();

    private final Settings settings;
    private final StrategyName strategy;
    private final AccountSettings account;
    private final InstrumentReference instrument;
    private final FeeEstimate fees;
    private final Book book = new Book(EPOCH);
    private Instant now = Instant.EPOCH;
    private @Nullable KnownPrice price;
    private int fills;

    public Rehearsal(
            StrategySettings strategy,
            AccountSettings account,
            Limits overall,
            InstrumentReference instrument,
            FeeEstimate fees) {
        // The list tells what was filled, in a zone that it does not tell.
        this.account = account.with(MarketHours.IGNORE);
        this.settings = new Settings(List.of(strategy), List.of(this.account), overall);
        this.strategy = strategy.name();
        this.instrument = instrument;
        this.fees = fees;
        var cash = new Money(account.cash(), account.currency());
        append(
                new Draft(
                        EntryKind.ADJUSTED,
                        null,
                        account.id(),
                        List.of(
                                new Change.BalancePut(
                                        AccountBalance.opened(
                                                account.id(),
                                                account.broker(),
                                                account.currency(),
                                                cash)))));
    }

    /// @param orders in the order of their times
    public List<RehearsedOrder> play(List<PastOrder> orders) {
        return orders.stream().map(this::play).toList();
    }

    private RehearsedOrder play(PastOrder order) {
        now = order.at();
        price = KnownPrice.quote(order.price(), now);
        Draft draft = Decider.decide(signal(order), situation());
        append(draft);
        fillAll(order.price());
        return new RehearsedOrder(order, decision(draft), held());
    }

    private static Decision decision(Draft draft) {
        return draft.changes().stream()
                .filter(Change.Decided.class::isInstance)
                .map(change -> ((Change.Decided) change).decision())
                .findFirst()
                .orElseThrow();
    }

    private void fillAll(Price at) {
        for (Optional<Order> next = atBroker(); next.isPresent(); next = atBroker()) {
            Order order = next.get();
            var filled = new BrokerReport.Filled(fill(order, at));
            append(Reports.apply(filled, account.id(), book, now).orElseThrow());
        }
    }

    private Optional<Order> atBroker() {
        return book.working().filter(Order::mayBeAtBroker).findFirst();
    }

    private BrokerFill fill(Order order, Price at) {
        var terms = order.terms();
        var traded = book.instrument(terms.instrument()).orElseThrow();
        Money fee =
                Conversion.of(traded, at, account.currency())
                        .orElseThrow()
                        .convert(fees.fee(traded, at, order.remaining()));
        return new BrokerFill(
                "F" + ++fills,
                order.id(),
                terms.instrument(),
                terms.side(),
                order.remaining(),
                at,
                fee,
                "the list of trades",
                now);
    }

    private Signal signal(PastOrder order) {
        String id = "line " + order.line();
        var leg =
                new SignalLeg(
                        instrument,
                        order.side() == Side.BUY ? Action.BUY : Action.SELL,
                        order.side(),
                        order.quantity().units(),
                        QuantityUnit.UNITS,
                        OrderType.MARKET,
                        order.price(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new StatedPosition(order.after(), order.before()),
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

    private NetQuantity held() {
        return book.positions().stream()
                .map(position -> position.quantity())
                .reduce(NetQuantity.FLAT, NetQuantity::plus);
    }

    /// What the account is worth at the last price.
    public Money equity() {
        return new Valuation(book, prices()).equity(book.balance(account.id()).orElseThrow());
    }

    private void append(Draft draft) {
        long sequence = book.sequence() + 1;
        book.apply(
                new Entry(
                        sequence,
                        EPOCH,
                        now,
                        "rehearsal",
                        draft.kind(),
                        draft.key() == null ? "seq:" + sequence : draft.key(),
                        draft.account(),
                        draft.changes()));
    }

    private Situation situation() {
        return new Situation(
                book,
                settings,
                INSTRUMENTS,
                CALENDARS,
                prices(),
                fees,
                _ -> Optional.empty(),
                Optional.empty(),
                now);
    }

    private PriceView prices() {
        return new PriceView() {
            @Override
            public Optional<Price> mark(InstrumentId marked, StrategyName owner) {
                return independent(marked).map(KnownPrice::price);
            }

            @Override
            public Optional<KnownPrice> independent(InstrumentId marked) {
                return Optional.ofNullable(price);
            }
        };
    }
}
