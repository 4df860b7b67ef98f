package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.command.FlatByTime;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.decision.AtOpen;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.event.EventMapping;
import com.mathematricks.engine.event.EventPublisher;
import com.mathematricks.engine.execution.Overdue;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.store.CommandStore;
import com.mathematricks.engine.store.CommandWatch;
import com.mathematricks.engine.store.DerivedCollections;
import com.mathematricks.engine.store.JournalReader;
import com.mathematricks.engine.store.MarkedValues;
import com.mathematricks.engine.store.MongoJournal;
import com.mathematricks.engine.store.Pause;
import com.mathematricks.engine.store.Snapshots;
import com.mathematricks.engine.store.StoppedException;
import com.mathematricks.engine.store.StreamPositions;
import com.mathematricks.engine.strategy.SettingsStore;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.service.status.Heartbeat;
import com.mathematricks.service.store.Restore;
import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine's life: brings its parts up in order, passes on what was journalled, and says how it
/// is.
public final class EngineService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineService.class);
    private static final int SNAPSHOT_EVERY = 1_000;

    /// What is derived may be written again, so its position need not be stored each time.
    private static final Duration DERIVED_AGAIN = Duration.ofMillis(500);

    private final EngineParts parts;
    private final boolean rebuild;
    private final String writer = UUID.randomUUID().toString();
    private final Ownership ownership;
    private final MongoJournal journal;
    private final Snapshots snapshots;
    private final SettingsStore settings;
    private final AccountDesks desks;
    private final Map<StateScope, ScopeState> states = new ConcurrentHashMap<>();
    private final JournalReader derived;
    private final JournalReader events;
    private final MarkedValues markedValues;
    private final CommandStore commandStore;
    private final CommandWatch commands;
    private final Timers timers = new Timers();
    private final LossWatch losses;
    private final Map<DecisionOutcome, LongAdder> decisions = new EnumMap<>(DecisionOutcome.class);
    private final LongAdder fills = new LongAdder();
    private volatile Consumer<BookFigures> onFigures = _ -> {};
    private volatile @Nullable TradingEngine engine;
    private volatile @Nullable DayClosing dayClosing;
    private volatile String phase = "waits for the store";
    private volatile long lastSnapshot;
    private volatile boolean closed;

    /// @param rebuild true: what is derived is dropped first and made again from the whole journal
    EngineService(EngineParts parts, boolean rebuild) {
        this.parts = parts;
        for (DecisionOutcome outcome : DecisionOutcome.values()) {
            decisions.put(outcome, new LongAdder());
        }
        this.rebuild = rebuild;
        this.ownership = new Ownership(System::nanoTime);
        this.journal = new MongoJournal(parts.store(), Pause.BACK_OFF);
        this.snapshots = new Snapshots(parts.store());
        this.settings = parts.settings();
        this.losses = new LossWatch(parts.closingTimes());
        this.desks =
                new AccountDesks(
                        parts.brokers(),
                        journal,
                        new SendCheck(ownership, parts.clock(), settings::settings, this::stateOf));
        var positions = new StreamPositions(parts.store());
        var collections = new DerivedCollections(parts.store());
        this.markedValues = new MarkedValues(parts.store());
        this.commandStore = new CommandStore(parts.store());
        this.commands =
                commandStore.watch(
                        new CommandDesk(
                                        commandStore,
                                        journal,
                                        this::ready,
                                        desks::brokerSide,
                                        parts.clock())
                                ::answerOpen);
        this.derived =
                new JournalReader(
                        "derived",
                        journal,
                        positions,
                        collections::write,
                        Pause.BACK_OFF,
                        DERIVED_AGAIN);
        this.events =
                new JournalReader(
                        "events", journal, positions, this::publish, Pause.BACK_OFF, Duration.ZERO);
    }

    /// Returns at once; a thread of its own waits for the store and brings everything up.
    public void start() {
        Thread.ofPlatform().daemon().name("engine-start").start(this::bringUp);
    }

    private void bringUp() {
        for (int attempt = 0; !closed; attempt++) {
            try {
                rise();
                return;
            } catch (StoppedException e) {
                return;
            } catch (MongoException e) {
                // Whoever watches the store tells it.
                LOG.debug("the engine {}", phase, e);
                if (!waitedOut(attempt)) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.warn("the engine {}: {}", phase, e.getMessage());
                LOG.debug("start", e);
                if (!waitedOut(attempt)) {
                    return;
                }
            }
        }
    }

    /// False where the service is stopping.
    private static boolean waitedOut(int attempt) {
        try {
            Pause.BACK_OFF.before(attempt);
            return true;
        } catch (StoppedException stopped) {
            return false;
        }
    }

    private void rise() {
        phase = "waits for the store";
        journal.createIndexes();
        commandStore.createIndexes();
        rebuildIfAsked();
        settings.refresh();
        parts.prices().load();
        phase = "builds the book";
        Optional<Restore> restore = Restore.lastOf(parts.store());
        var loader = new BookLoader(journal, snapshots);
        Book book = loader.load();
        lastSnapshot = book.sequence();
        var deciding =
                new TradingEngine(
                        journal,
                        ownership,
                        writer,
                        book,
                        () -> rebuilt(loader),
                        this::situation,
                        this::afterAppend);
        book.states().forEach(state -> states.put(state.scope(), state));
        engine = deciding;
        ownership.seen();
        deciding.start();
        deciding.take("restored", s -> Restoring.step(restore, journal, s)).join();
        deciding.take("started", _ -> Optional.of(started(book))).join();
        dayClosing = new DayClosing(parts.closingTimes(), beginning());
        derived.start();
        events.start();
        phase = "opens the accounts";
        openAccounts();
        timers.every(2, "reading the settings", this::refreshSettings);
        timers.every(2, "looking for another engine", this::lookForAnother);
        timers.every(5, "looking at the disk", parts.disk()::look);
        timers.every(1, "marking positions", this::mark);
        timers.every(1, "looking for overdue orders", this::lookForOverdue);
        timers.every(1, "closing the day", this::closeDay);
        timers.every(1, "sending what waited for an open", this::openMarkets);
        timers.every(1, "closing strategies by their time", this::closeByTime);
        timers.once("looking at the calendars", this::lookAtCalendars);
        timers.every(3_600, "looking at the calendars", this::lookAtCalendars);
        timers.every(1, "watching losses", this::watchLosses);
        timers.every(1, "counting for the metrics", this::count);
        phase = "decides";
        commands.start();
        LOG.info("the engine decides, after journal entry {}", book.sequence());
    }

    private void rebuildIfAsked() {
        var collections = new DerivedCollections(parts.store());
        collections.createIndexes();
        if (rebuild) {
            phase = "rebuilds what is derived from the journal";
            LOG.info("the engine {}", phase);
            new StreamPositions(parts.store()).store("derived", collections.rebuild(journal));
        }
    }

    private Instant beginning() {
        return journal.withSequence(1)
                .map(Entry::at)
                .orElseThrow(() -> new IllegalStateException("the journal has no entry 1"));
    }

    /// What was journalled but not sent when the book was thrown away is found by reconciling.
    private Book rebuilt(BookLoader loader) {
        Book book = loader.load();
        desks.reconcileSoon();
        return book;
    }

    private Draft started(Book book) {
        return new Draft(
                EntryKind.STARTED,
                null,
                null,
                List.of(new Change.EngineStarted(Heartbeat.version(), book.sequence())));
    }

    private void refreshSettings() {
        settings.refresh();
        openAccounts();
    }

    private void openAccounts() {
        desks.open(settings.settings().accounts(), engine());
    }

    private ScopeState stateOf(Order order) {
        return ScopeState.strictest(states::get, order.strategy(), order.account());
    }

    private Situation situation(Book book) {
        return new Situation(
                book,
                settings.settings(),
                parts.instruments(),
                parts.calendars(),
                parts.prices(),
                parts.fees(),
                desks::problem,
                parts.disk().problem(),
                parts.clock().instant());
    }

    /// On the deciding thread: what was journalled may now leave.
    private void afterAppend(List<Entry> entries, Book book) {
        for (Entry entry : entries) {
            for (Change change : entry.changes()) {
                switch (change) {
                    case Change.OrderPut(Order order) -> desks.dispatch(order, book);
                    case Change.StatePut(ScopeState state) -> states.put(state.scope(), state);
                    case Change.FillAdded(var fill) -> {
                        fills.increment();
                        parts.prices().filled(fill);
                    }
                    case Change.Decided(var decision) -> adder(decision.outcome()).increment();
                    case Change.CommandDone _,
                            Change.EngineStarted _,
                            Change.InstrumentUsed _,
                            Change.PositionPut _,
                            Change.BalancePut _,
                            Change.CashMoved _,
                            Change.DayClosed _,
                            Change.CheckedAtOpen _,
                            Change.BaselinePut _,
                            Change.BaselineDropped _,
                            Change.FlattenedByTime _,
                            Change.Noted _ -> {
                        // Nothing leaves.
                    }
                }
            }
        }
        derived.wake();
        events.wake();
        if (book.sequence() - lastSnapshot >= SNAPSHOT_EVERY) {
            lastSnapshot = book.sequence();
            var snapshot = book.snapshot();
            timers.once("saving a snapshot", () -> snapshots.save(snapshot));
        }
    }

    /// A price that marks positions and may trigger orders.
    public void price(InstrumentId instrument, KnownPrice price) {
        if (parts.prices().note(instrument, price)) {
            desks.price(instrument, price);
        }
    }

    private void publish(List<Entry> entries) {
        if (ownership.isReplaced()) {
            throw new IllegalStateException("another engine tells the events now");
        }
        EventPublisher publisher = parts.publisher();
        entries.stream()
                .flatMap(entry -> EventMapping.events(entry).stream())
                .forEach(publisher::publish);
    }

    /// Closes the day where its hour has come. A timer calls it each second; whoever moves the
    /// engine's clock faster than that calls it too.
    public void closeDay() {
        DayClosing closing = dayClosing;
        if (closing != null) {
            ready().take("close of the day", closing::step).join();
        }
    }

    /// Sends what waited for a market that is open now. A timer calls it each second; whoever moves
    /// the engine's clock faster than that calls it too.
    public void openMarkets() {
        while (ready().take("open of the markets", AtOpen::step).join().isPresent()) {
            // One decision at a time.
        }
    }

    /// Closes strategies whose `flat_by` has come. A timer calls it each second; whoever moves the
    /// engine's clock faster than that calls it too.
    public void closeByTime() {
        while (ready().take("flat by its time", FlatByTime::step).join().isPresent()) {
            // One strategy at a time.
        }
    }

    private void lookAtCalendars() {
        TradingEngine deciding = engine();
        deciding.read("ends of calendars", CalendarEnds::of).join().stream()
                .filter(end -> journal.withKey(end.key()).isEmpty())
                .forEach(end -> deciding.take("end of a calendar", end::told).join());
    }

    /// Stops what has reached its loss limit at the prices of now. A timer calls it each second;
    /// whoever moves the engine's clock or prices faster than that calls it too.
    public void watchLosses() {
        ready().take("losses", losses::step).join();
    }

    private void lookForAnother() {
        TradingEngine deciding = engine();
        long ours = deciding.read("sequence", s -> s.book().sequence()).join();
        Optional<Entry> next = journal.withSequence(ours + 1);
        boolean another = next.filter(entry -> !entry.writer().equals(writer)).isPresent();
        if (another) {
            // Its append is refused, and it learns there that it is replaced.
            deciding.post("replaced", situation -> Optional.of(started(situation.book())));
        } else {
            ownership.seen();
        }
    }

    private void lookForOverdue() {
        engine().post("overdue", s -> Overdue.step(s.book(), s.now()));
    }

    private void mark() {
        TradingEngine deciding = engine();
        if (ownership.isReplaced()) {
            return;
        }
        markedValues.write(
                deciding.read(
                                "marks",
                                s ->
                                        MarkedValues.of(
                                                s.book(),
                                                new Valuation(s.book(), s.prices()),
                                                parts.prices()::newest,
                                                s.now()))
                        .join());
    }

    private void count() {
        onFigures.accept(engine().read("figures", s -> BookFigures.of(s.book())).join());
    }

    /// Given about once a second, while the engine decides.
    void onFigures(Consumer<BookFigures> listener) {
        onFigures = listener;
    }

    /// Since the start.
    long decisions(DecisionOutcome outcome) {
        return adder(outcome).sum();
    }

    /// Since the start.
    long fills() {
        return fills.sum();
    }

    private LongAdder adder(DecisionOutcome outcome) {
        return Objects.requireNonNull(decisions.get(outcome));
    }

    /// The last journal entry of which everybody was told; below zero before that is known.
    long told() {
        return events.position();
    }

    /// Throws EngineBusyException while it is not up, or not any more.
    public TradingEngine engine() {
        TradingEngine deciding = engine;
        if (deciding == null || ownership.isReplaced()) {
            throw new EngineBusyException(describe());
        }
        return deciding;
    }

    /// Throws EngineBusyException unless it takes signals: up, and each account tried once.
    public TradingEngine ready() {
        TradingEngine deciding = engine();
        if (!isReady()) {
            throw new EngineBusyException(describe());
        }
        return deciding;
    }

    /// True while the store answered within the last seconds.
    public boolean storeAnswers() {
        return ownership.isSure();
    }

    public boolean isReady() {
        return engine != null
                && phase.equals("decides")
                && !ownership.isReplaced()
                && desks.wereTried();
    }

    public Journal journal() {
        return journal;
    }

    /// For a person.
    public String describe() {
        if (ownership.isReplaced()) {
            return "REPLACED: " + ownership.replacedBy();
        }
        String problems =
                Stream.of(trouble(), desks.problems(), unaccepted(), timers.trouble())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
        return problems.isEmpty() ? "the engine " + phase : problems;
    }

    /// What it needs and does not find; empty while all is there.
    String trouble() {
        return parts.surroundings().trouble();
    }

    /// Empty where no account waits for a person since a restore.
    private String unaccepted() {
        String scopes =
                states.values().stream()
                        .filter(ScopeState::needsAcceptance)
                        .map(state -> state.scope().value())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return scopes.isEmpty()
                ? ""
                : "restored from a backup: %s halted until accepted by a person".formatted(scopes);
    }

    /// `UP`, `DEGRADED` while events cannot be told or an account is down, `REPLACED`, or `DOWN`.
    public String health() {
        if (ownership.isReplaced()) {
            return "REPLACED";
        }
        boolean troubled =
                !events.trouble().isEmpty()
                        || !derived.trouble().isEmpty()
                        || !commands.trouble().isEmpty()
                        || parts.surroundings().isTroubled()
                        || parts.disk().problem().isPresent()
                        || !desks.problems().isEmpty()
                        || !timers.trouble().isEmpty();
        if (!isReady() || !storeAnswers()) {
            return "DOWN";
        }
        return troubled ? "DEGRADED" : "UP";
    }

    /// Done once, however often it is called.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        commands.close();
        TradingEngine deciding = engine;
        if (deciding != null && isReady()) {
            desks.settle(deciding);
        }
        timers.close();
        desks.close();
        if (deciding != null) {
            deciding.close();
        }
        events.close();
        derived.close();
    }
}
