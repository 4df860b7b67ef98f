package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/// One life of an engine with one account, over a journal and a broker that outlive it.
final class EngineRun implements AutoCloseable {

    private final Map<StateScope, ScopeState> states = new ConcurrentHashMap<>();
    private final Ownership ownership = new Ownership(() -> 0);
    private final Power power;
    private final TradingEngine engine;
    private final AccountDesk desk;

    EngineRun(MemoryJournal stored, Power power, Broker broker, TestClock clock) {
        this.power = power;
        var book = new Book("CRASH");
        stored.forEachAfter(0, book::apply);
        book.states().forEach(known -> states.put(known.scope(), known));
        var journal = power.journal(stored);
        engine =
                new TradingEngine(
                        journal,
                        ownership,
                        "test",
                        book,
                        () -> new Book("DARK"),
                        known -> situation(known, clock),
                        this::dispatch);
        var check =
                new SendCheck(
                        ownership,
                        clock,
                        () -> new Scenario().situation().settings(),
                        order ->
                                ScopeState.strictest(
                                        states::get, order.strategy(), order.account()));
        desk =
                new AccountDesk(
                        TestOrder.ACCOUNT,
                        broker,
                        engine,
                        check,
                        new Reconciliation(TestOrder.ACCOUNT, broker, engine, journal, check));
    }

    private static Situation situation(Book book, TestClock clock) {
        Situation like = new Scenario().price("AAPL", "100").situation();
        return new Situation(
                book,
                like.settings(),
                like.instruments(),
                like.calendars(),
                like.prices(),
                like.fees(),
                like.brokerProblem(),
                like.diskProblem(),
                clock.instant());
    }

    void start() {
        ownership.seen();
        engine.start();
        desk.start();
        await("reconciled", () -> power.isGone() || desk.problem().isEmpty());
    }

    void take(Change... changes) {
        engine.take(
                        "test",
                        _ ->
                                Optional.of(
                                        new Draft(
                                                EntryKind.NOTED,
                                                null,
                                                TestOrder.ACCOUNT,
                                                List.of(changes))))
                .join();
    }

    void post(String name, Function<Situation, Optional<Draft>> step) {
        engine.post(name, step);
    }

    /// As the relay does: once more wherever the answer did not come.
    void decide(Signal signal) {
        var _ = engine.decide(signal, Optional.empty());
    }

    private void dispatch(List<Entry> entries, Book book) {
        for (Entry entry : entries) {
            for (Change change : entry.changes()) {
                if (change instanceof Change.StatePut(ScopeState put)) {
                    states.put(put.scope(), put);
                } else if (change instanceof Change.OrderPut(Order order) && !order.isFinal()) {
                    if (order.progress().cancelRequested()) {
                        desk.cancel(order);
                    } else if (order.status() == OrderStatus.SUBMITTED) {
                        desk.submit(
                                order, book.instrument(order.terms().instrument()).orElseThrow());
                    }
                }
            }
        }
    }

    /// False too where the engine fails for want of power.
    boolean has(Predicate<Book> condition) {
        return engine.read("condition", situation -> condition.test(situation.book()))
                .exceptionally(_ -> false)
                .join();
    }

    <T> T read(Function<Book, T> look) {
        return engine.read("look", situation -> look.apply(situation.book())).join();
    }

    NetQuantity held() {
        return read(book ->
                book.positions().stream()
                        .map(Position::quantity)
                        .reduce(NetQuantity.FLAT, NetQuantity::plus));
    }

    @Override
    public void close() {
        desk.close();
        engine.close();
    }

    static void await(String what, BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not reached: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
