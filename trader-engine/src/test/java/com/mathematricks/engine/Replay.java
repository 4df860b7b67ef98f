package com.mathematricks.engine;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.paper.PaperFees;
import com.mathematricks.engine.calendar.CalendarFile;
import com.mathematricks.engine.calendar.MarketCalendars;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.decision.PriceView;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.instrument.Resolution;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.performance.ClosingTimes;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalLeg;
import com.mathematricks.service.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays a script through the real deciding thread, with a clock that the script moves and the
/// script as the broker. What comes out is the journal.
final class Replay implements AutoCloseable {

    private static final InstrumentTable TABLE = InstrumentFile.load(null);
    private static final MarketCalendars CALENDARS = CalendarFile.load();
    private static final PaperFees FEES = PaperFees.load(null);

    /// What an account is worth after a step.
    ///
    /// @param held all that is not flat, as `10 AAPL`
    record Worth(Money cash, String held, Money realized, Money fees, Money equity) {}

    private final ReplayScript script;
    private final TestClock clock;
    private final MemoryJournal journal = new MemoryJournal();
    private final PriceBook prices = new PriceBook();
    private final DayClosing closing;
    private final TradingEngine engine;
    private final List<Worth> worth = new ArrayList<>();
    private int fills;

    private Replay(ReplayScript script) {
        this.script = script;
        Instant start = script.steps().getFirst().at();
        this.clock = new TestClock(start.toString());
        this.closing = new DayClosing(new ClosingTimes(17, ZoneId.of("America/New_York")), start);
        this.engine =
                new TradingEngine(
                        journal,
                        new Ownership(() -> 0),
                        "replay",
                        new Book("REPLAY"),
                        () -> new Book("REPLAY"),
                        this::situation,
                        (entries, _) -> entries.forEach(this::noteFills));
    }

    /// The journal, and what the first account was worth after each step.
    static Replay of(String name) {
        try (var replay = new Replay(ReplayScript.read(name))) {
            replay.play();
            return replay;
        }
    }

    /// A line for each entry.
    String journal() {
        return journal.after(0, Integer.MAX_VALUE).stream()
                .map(Json.MAPPER::writeValueAsString)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    List<Worth> worth() {
        return List.copyOf(worth);
    }

    private void play() {
        engine.start();
        for (AccountSettings account : script.settings().accounts()) {
            take(_ -> opening(account));
        }
        for (ReplayScript.Step step : script.steps()) {
            clock.pass(Duration.between(clock.instant(), step.at()));
            JsonNode value = step.value();
            switch (step.kind()) {
                case "price" ->
                        value.properties()
                                .forEach(price ->
                                        note(
                                                new InstrumentId(price.getKey()),
                                                KnownPrice.quote(
                                                        Price.of(price.getValue().asString()),
                                                        step.at())));
                case "signal" -> decide(signal(value));
                case "command" -> command(value);
                case "close" -> take(closing::step);
                default -> report(step.kind(), value);
            }
            worth.add(engine.read("worth", Replay::worth).join());
        }
    }

    private void take(Function<Situation, Optional<Draft>> step) {
        engine.take("step", step).join();
    }

    private static Optional<Draft> opening(AccountSettings account) {
        var cash = new Money(account.cash(), account.currency());
        return Optional.of(
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

    private Signal signal(JsonNode value) {
        ObjectNode all = ((ObjectNode) value).deepCopy();
        var strategy = new StrategyName(value.required("strategy").asString());
        all.put("key", SignalKey.of(strategy, value.required("id").asString()).value());
        all.put("receivedAt", clock.instant().toString());
        all.put("sentAt", clock.instant().toString());
        return Json.MAPPER.treeToValue(all, Signal.class);
    }

    private void decide(Signal signal) {
        for (SignalLeg leg : signal.legs()) {
            if (leg.price() != null
                    && TABLE.resolve(leg.instrument(), today(), _ -> false, false)
                            instanceof Resolution.Found(var instrument, _)) {
                note(
                        instrument.id(),
                        KnownPrice.ofSignal(leg.price(), clock.instant(), signal.strategy()));
            }
        }
        engine.decide(signal, Optional.empty()).join();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void command(JsonNode value) {
        ObjectNode all = ((ObjectNode) value).deepCopy();
        all.put("by", "replay").put("at", clock.instant().toString());
        ControlCommand command = Json.MAPPER.treeToValue(all, ControlCommand.class);
        take(situation -> CommandDesk.decided(command, BrokerSide.unasked(), situation));
    }

    /// About the order that was planned as the given number, counted from 1.
    private void report(String kind, JsonNode value) {
        Order order = order(Integer.parseInt(value.required("order").asString()));
        ClientOrderId id = order.id();
        Instant now = clock.instant();
        String reason = value.path("reason").asString("as asked");
        BrokerReport report =
                switch (kind) {
                    case "accepted" ->
                            new BrokerReport.Accepted(id, new BrokerOrderId("B-" + id), now);
                    case "rejected" -> new BrokerReport.Rejected(id, reason, now);
                    case "cancelled" -> new BrokerReport.Cancelled(id, reason, now);
                    case "expired" -> new BrokerReport.Expired(id, reason, now);
                    case "filled" -> new BrokerReport.Filled(fill(order, value));
                    default -> throw new IllegalArgumentException("no step is called " + kind);
                };
        take(s -> Reports.apply(report, order.account(), s.book(), s.now()));
    }

    private BrokerFill fill(Order order, JsonNode value) {
        var terms = order.terms();
        return new BrokerFill(
                "F" + ++fills,
                order.id(),
                terms.instrument(),
                terms.side(),
                Quantity.of(value.path("quantity").asString(order.remaining().toString())),
                Price.of(value.required("price").asString()),
                Money.of(
                        value.required("fee").asString(),
                        script.settings().account(order.account()).orElseThrow().currency()),
                "the script",
                clock.instant());
    }

    private Order order(int number) {
        List<ClientOrderId> ids =
                journal.after(0, Integer.MAX_VALUE).stream()
                        .flatMap(entry -> entry.changes().stream())
                        .filter(Change.OrderPut.class::isInstance)
                        .map(change -> ((Change.OrderPut) change).order().id())
                        .distinct()
                        .toList();
        return engine.read("order", s -> s.book().order(ids.get(number - 1)).orElseThrow()).join();
    }

    private void noteFills(Entry entry) {
        for (Change change : entry.changes()) {
            if (change instanceof Change.FillAdded(var fill)) {
                note(
                        fill.instrument(),
                        new KnownPrice(fill.price(), fill.at(), PriceSource.FILL, fill.strategy()));
            }
        }
    }

    private void note(InstrumentId instrument, KnownPrice price) {
        prices.note(instrument, price, clock.instant());
    }

    private Situation situation(Book book) {
        return new Situation(
                book,
                script.settings(),
                TABLE,
                CALENDARS,
                view(),
                FEES::estimate,
                _ -> Optional.empty(),
                Optional.empty(),
                clock.instant());
    }

    private PriceView view() {
        return new PriceView() {
            @Override
            public Optional<Price> mark(InstrumentId instrument, StrategyName strategy) {
                return prices.newest(instrument, strategy).map(KnownPrice::price);
            }

            @Override
            public Optional<KnownPrice> independent(InstrumentId instrument) {
                return prices.independentReference(instrument, clock.instant());
            }
        };
    }

    private static Worth worth(Situation situation) {
        AccountBalance balance = situation.book().balances().iterator().next();
        String held =
                situation.book().positions().stream()
                        .filter(position -> !position.quantity().isFlat())
                        .map(Replay::inWords)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new Worth(
                balance.cash(),
                held.isEmpty() ? "–" : held,
                balance.realized(),
                balance.fees(),
                new Valuation(situation.book(), situation.prices()).equity(balance));
    }

    private static String inWords(Position position) {
        return position.quantity() + " " + position.key().instrument().value();
    }

    @Override
    public void close() {
        engine.close();
    }
}
