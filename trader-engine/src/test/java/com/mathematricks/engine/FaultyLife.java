package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.Signal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// One life of an engine with one account, from its start on a journal until it is killed. The
/// account's desk works when the test says so, task by task.
final class FaultyLife implements AutoCloseable {

    private final Map<StateScope, ScopeState> states = new ConcurrentHashMap<>();
    private final TestScheduler scheduler;
    private final TradingEngine engine;
    private final AccountDesk desk;

    /// @param situations everything that a decision looks at, of a book
    FaultyLife(
            Journal journal,
            Broker broker,
            AccountSettings account,
            Function<Book, Situation> situations,
            Clock clock) {
        var book = new Book("STORM");
        journal.forEachAfter(0, book::apply);
        book.states().forEach(known -> states.put(known.scope(), known));
        var ownership = new Ownership(() -> 0);
        ownership.seen();
        engine =
                new TradingEngine(
                        journal,
                        ownership,
                        "test",
                        book,
                        () -> {
                            throw new IllegalStateException("the journal never fails here");
                        },
                        situations,
                        this::dispatch);
        var check =
                new SendCheck(
                        ownership,
                        clock,
                        () -> situations.apply(book).settings(),
                        order ->
                                ScopeState.strictest(
                                        states::get, order.strategy(), order.account()));
        scheduler = new TestScheduler(clock);
        desk =
                new AccountDesk(
                        account.id(),
                        broker,
                        engine,
                        check,
                        new Reconciliation(account.id(), broker, engine, journal, check),
                        scheduler);
        engine.start();
        engine.take("open", s -> AccountOpening.step(account, s)).join();
        desk.start();
        // Sends again what the life before may have left unsent.
        work();
    }

    private void dispatch(List<Entry> entries, Book book) {
        for (Entry entry : entries) {
            for (Change change : entry.changes()) {
                if (change instanceof Change.StatePut(ScopeState put)) {
                    states.put(put.scope(), put);
                } else if (change instanceof Change.OrderPut(Order order)) {
                    desk.dispatch(order, book);
                }
            }
        }
    }

    DecisionAnswer decide(Signal signal) {
        return engine.decide(signal, Optional.empty()).join();
    }

    void price(InstrumentId instrument, KnownPrice price) {
        desk.price(instrument, price);
    }

    /// As the person says who looked at the broker.
    void command(ControlCommand asked) {
        engine.take("command", s -> CommandDesk.decided(asked, BrokerSide.unasked(), s)).join();
    }

    void reconcile() {
        desk.reconcileSoon();
    }

    /// One task of the desk, and what the engine makes of it.
    boolean workOnce() {
        boolean worked = scheduler.runNext();
        var _ = book(Book::sequence);
        return worked;
    }

    void work() {
        while (workOnce()) {
            // All that is due.
        }
    }

    <T> T book(Function<Book, T> look) {
        return engine.read("look", situation -> look.apply(situation.book())).join();
    }

    @Override
    public void close() {
        scheduler.shutdown();
        desk.close();
        engine.close();
    }
}
