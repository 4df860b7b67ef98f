package com.mathematricks.engine.scenario;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.calendar.CalendarFile;
import com.mathematricks.engine.calendar.MarketCalendars;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.command.CommandDecider;
import com.mathematricks.engine.command.FlatByTime;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.AtOpen;
import com.mathematricks.engine.decision.Decider;
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
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The core without its shell: what is decided and reported is applied to the book at once, what
/// leaves is kept in a list, and the test is the broker.
public final class Scenario {

    public static final StrategyName DEMO = new StrategyName("demo");
    public static final AccountId PAPER = new AccountId("paper");
    public static final Instant START = Instant.parse("2026-11-23T15:00:00Z");
    private static final InstrumentTable TABLE = InstrumentFile.load(null);
    private static final MarketCalendars CALENDARS = CalendarFile.load();

    private final Book book = new Book("EPOCH");
    private final Map<StrategyName, TestSettings> settings = new LinkedHashMap<>();
    private Limits overall = Limits.UNSET;
    private final Map<InstrumentId, Price> marks = new HashMap<>();
    private final Map<InstrumentId, KnownPrice> quotes = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> cancels = new ArrayList<>();
    private String fee = "0";
    private @Nullable String brokerProblem;
    private Instant now = START;
    private WireFormat format = WireFormat.TRADINGVIEW;
    private StrategyName sender = DEMO;
    private @Nullable Duration age = Duration.ZERO;
    private @Nullable BigDecimal senderEquity;
    private BrokerSide brokerSide = BrokerSide.unasked();
    private int signals;
    private int commands;
    private int fills;

    public Scenario() {
        strategy(DEMO, PAPER, _ -> {});
    }

    /// Of `demo`, for tests of single parts.
    public static TestSettings settings() {
        return new TestSettings(DEMO, PAPER);
    }

    /// Changes the settings of `demo`.
    public Scenario with(Consumer<TestSettings> change) {
        return strategy(DEMO, PAPER, change);
    }

    public Scenario strategy(StrategyName name, AccountId account, Consumer<TestSettings> change) {
        change.accept(settings.computeIfAbsent(name, _ -> new TestSettings(name, account)));
        if (book.sequence() == 0 || book.balance(account).isEmpty()) {
            openings();
        }
        return this;
    }

    /// Over all accounts.
    public Scenario overall(LimitKey key, String word) {
        overall = new Limits(Map.of(key, Limit.of(word)), null);
        return this;
    }

    private void openings() {
        for (AccountSettings account : allSettings().accounts()) {
            boolean renewed =
                    book.balance(account.id())
                            .filter(known -> known.currency().equals(account.currency()))
                            .isEmpty();
            if (renewed) {
                Money cash = new Money(account.cash(), account.currency());
                apply(
                        EntryKind.ADJUSTED,
                        new Change.BalancePut(
                                AccountBalance.opened(
                                        account.id(), account.broker(), account.currency(), cash)));
            }
        }
    }

    private com.mathematricks.engine.strategy.Settings allSettings() {
        return TestSettings.all(List.copyOf(settings.values()), overall);
    }

    public Scenario from(StrategyName name) {
        sender = name;
        return this;
    }

    public Scenario in(WireFormat given) {
        format = given;
        return this;
    }

    /// Null: nobody knows when the next signals were sent.
    public Scenario aged(@Nullable Duration given) {
        age = given;
        return this;
    }

    /// What the next senders say that they are worth.
    public Scenario senderEquity(String amount) {
        senderEquity = new BigDecimal(amount);
        return this;
    }

    public Scenario wait(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Scenario price(String instrument, String price) {
        marks.put(new InstrumentId(instrument), Price.of(price));
        return this;
    }

    /// A price that is neither a signal's nor old.
    public Scenario quote(String instrument, String price) {
        quotes.put(new InstrumentId(instrument), KnownPrice.quote(Price.of(price), now));
        return price(instrument, price);
    }

    /// Of each fill from here on, and estimated for each order.
    public Scenario fee(String amount) {
        fee = amount;
        return this;
    }

    public Scenario brokerIsDown(String problem) {
        brokerProblem = problem;
        return this;
    }

    /// A deposit into `paper`; below zero a withdrawal.
    public Scenario deposit(String amount) {
        apply(
                EntryKind.ADJUSTED,
                new Change.BalancePut(balance().adjusted(Money.of(amount, balance().currency()))));
        return this;
    }

    public Scenario at(String time) {
        now = Instant.parse(time);
        return this;
    }

    public Scenario state(StateScope scope, TradingState state) {
        apply(
                EntryKind.STATE_CHANGED,
                new Change.StatePut(new ScopeState(scope, state, "a test", now)));
        return this;
    }

    public Decision decide(TestSignal... legs) {
        return decide(signal(legs));
    }

    public Signal signal(TestSignal... legs) {
        String id = "S" + ++signals;
        return new Signal(
                SignalKey.of(sender, id),
                id,
                sender,
                format,
                now,
                age == null ? null : now.minus(age),
                null,
                senderEquity,
                null,
                null,
                Stream.of(legs).map(TestSignal::leg).toList());
    }

    public Decision decide(Signal signal) {
        Draft draft = Decider.decide(signal, situation());
        append(draft);
        return draft.changes().stream()
                .filter(Change.Decided.class::isInstance)
                .map(Change.Decided.class::cast)
                .findFirst()
                .orElseThrow()
                .decision();
    }

    /// Asked now, under an id of its own.
    public ControlOutcome command(TestCommand command) {
        return command(command.at("c" + ++commands, now));
    }

    /// One that was answered before is answered alike.
    public ControlOutcome command(ControlCommand command) {
        if (book.outcome(command.id()).isEmpty()) {
            append(CommandDecider.decide(command, brokerSide, situation()));
        }
        return book.outcome(command.id()).orElseThrow();
    }

    /// What the next commands find at the broker.
    public Scenario brokerHas(BrokerSide given) {
        brokerSide = given;
        return this;
    }

    public Situation situation() {
        return new Situation(
                book,
                allSettings(),
                TABLE,
                CALENDARS,
                prices(),
                (instrument, _, _) -> Money.of(fee, instrument.currency()),
                _ -> Optional.ofNullable(brokerProblem),
                Optional.empty(),
                now);
    }

    private PriceView prices() {
        return new PriceView() {
            @Override
            public Optional<KnownPrice> independent(InstrumentId instrument) {
                return Optional.ofNullable(quotes.get(instrument));
            }

            @Override
            public Optional<Price> mark(InstrumentId instrument, StrategyName strategy) {
                return Optional.ofNullable(marks.get(instrument));
            }
        };
    }

    /// Closes strategies whose `flat_by` has come.
    public Scenario closeByTime() {
        for (Optional<Draft> next = FlatByTime.step(situation());
                next.isPresent();
                next = FlatByTime.step(situation())) {
            append(next.get());
        }
        return this;
    }

    /// Sends what waited for markets that are open now.
    public Scenario openMarkets() {
        for (Optional<Draft> next = AtOpen.step(situation());
                next.isPresent();
                next = AtOpen.step(situation())) {
            append(next.get());
        }
        return this;
    }

    private void apply(EntryKind kind, Change... changes) {
        append(new Draft(kind, null, null, List.of(changes)));
    }

    private void append(Draft draft) {
        long sequence = book.sequence() + 1;
        var entry =
                new Entry(
                        sequence,
                        draft.epochAfter(book.epoch()),
                        now,
                        "test",
                        draft.kind(),
                        draft.key() == null ? "seq:" + sequence : draft.key(),
                        draft.account(),
                        draft.changes());
        book.apply(entry);
        entries.add(entry);
        for (Change change : draft.changes()) {
            if (change instanceof Change.OrderPut(Order order) && !order.isFinal()) {
                leave(order);
            }
        }
    }

    private void leave(Order order) {
        if (order.progress().cancelRequested()) {
            cancels.add(inWords(order));
        } else if (order.status() == OrderStatus.SUBMITTED) {
            sent.add(inWords(order));
        }
    }

    /// `BUY 10 AAPL`, with the role where it is no plain entry or exit.
    public static String inWords(Order order) {
        var terms = order.terms();
        String words =
                "%s %s %s".formatted(terms.side(), terms.quantity(), terms.instrument().value());
        return switch (terms.role()) {
            case STOP -> words + " STOP " + terms.stopPrice();
            case TARGET -> words + " TARGET " + terms.limitPrice();
            case ENTRY, EXIT -> words;
        };
    }

    /// Everything that has left since the last call, in order.
    public List<String> sent() {
        var all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    public List<String> cancels() {
        var all = List.copyOf(cancels);
        cancels.clear();
        return all;
    }

    public List<Order> working() {
        return book.working().toList();
    }

    /// The only working order that reads like this.
    public Order order(String words) {
        List<Order> found = book.working().filter(order -> inWords(order).equals(words)).toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "%d orders '%s' among %s"
                            .formatted(
                                    found.size(),
                                    words,
                                    book.working().map(Scenario::inWords).toList()));
        }
        return found.getFirst();
    }

    public Order order(ClientOrderId id) {
        return book.order(id).orElseThrow();
    }

    public Scenario report(BrokerReport report) {
        AccountId account = book.order(report.order()).map(Order::account).orElse(PAPER);
        Reports.apply(report, account, book, now).ifPresent(this::append);
        return this;
    }

    public Scenario take(Optional<Draft> draft) {
        draft.ifPresent(this::append);
        return this;
    }

    public Scenario accepted(Order order) {
        return report(
                new BrokerReport.Accepted(order.id(), new BrokerOrderId("B-" + order.id()), now));
    }

    public Scenario rejected(Order order) {
        return report(new BrokerReport.Rejected(order.id(), "no", now));
    }

    public Scenario cancelled(Order order) {
        return report(new BrokerReport.Cancelled(order.id(), "as asked", now));
    }

    public Scenario expired(Order order) {
        return report(new BrokerReport.Expired(order.id(), "the day is over", now));
    }

    public Scenario filled(Order order, String price) {
        return filled(order, order.remaining().toString(), price);
    }

    public Scenario filled(Order order, String quantity, String price) {
        return report(new BrokerReport.Filled(fill(order, quantity, price)));
    }

    public BrokerFill fill(Order order, String quantity, String price) {
        var terms = order.terms();
        Money charged = Money.of(fee, book.balance(order.account()).orElseThrow().currency());
        return new BrokerFill(
                "F" + ++fills,
                order.id(),
                terms.instrument(),
                terms.side(),
                Quantity.of(quantity),
                Price.of(price),
                charged,
                "test",
                now);
    }

    /// Fills all that the broker has and that does not rest, and what follows from it, at the last
    /// price.
    public Scenario fillAll() {
        for (Optional<Order> next = atBroker(); next.isPresent(); next = atBroker()) {
            Order order = next.get();
            Price price = marks.getOrDefault(order.terms().instrument(), Price.of("100"));
            filled(order, price.toString());
        }
        return this;
    }

    private Optional<Order> atBroker() {
        return book.working()
                .filter(Order::mayBeAtBroker)
                .filter(order -> order.terms().limitPrice() == null)
                .filter(order -> order.terms().stopPrice() == null)
                .filter(order -> order.terms().trail() == null)
                .findFirst();
    }

    public String held(String instrument) {
        return position(instrument).map(Position::quantity).orElse(NetQuantity.FLAT).toString();
    }

    public Optional<Position> position(String instrument) {
        return book.position(new PositionKey(PAPER, sender, new InstrumentId(instrument)));
    }

    public AccountBalance balance() {
        return book.balance(PAPER).orElseThrow();
    }

    public Valuation valuation() {
        return new Valuation(book, prices());
    }

    public Book book() {
        return book;
    }

    public Instant now() {
        return now;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Codes of all that a person was told, in order.
    public List<String> notes() {
        return entries.stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(Change.Noted.class::isInstance)
                .map(change -> ((Change.Noted) change).code())
                .toList();
    }
}
