package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.engine.store.CommandStore;
import com.mathematricks.engine.store.FaultyDatabase;
import com.mathematricks.engine.store.FaultyDatabase.Fault;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From an open document to its answer, over a store that may fail and an engine that may have
/// answered before.
class CommandDeskTest {

    private final TestClock clock = new TestClock("2026-11-23T15:00:00Z");
    private final TestStore store = TestStore.open(Collections.CONTROL_COMMANDS);
    private final FaultyDatabase faulty = new FaultyDatabase(store.database());
    private final MemoryJournal journal = new MemoryJournal();
    private TradingEngine engine = engine(new Book("TESTS"));
    private CommandDesk desk = desk();
    private String brokerFails = "";

    private TradingEngine engine(Book book) {
        return new TradingEngine(
                journal,
                new Ownership(() -> 0),
                "test",
                book,
                () -> new Book("TESTS"),
                this::situation,
                (_, _) -> {});
    }

    private CommandDesk desk() {
        return new CommandDesk(
                new CommandStore(faulty.database()),
                journal,
                () -> engine,
                _ -> CompletableFuture.completedFuture(BrokerSide.unasked()),
                clock);
    }

    private Situation situation(Book book) {
        Situation like = new Scenario().situation();
        return new Situation(
                book,
                like.settings(),
                like.instruments(),
                like.calendars(),
                like.prices(),
                like.fees(),
                _ -> {
                    if (!brokerFails.isEmpty()) {
                        throw new IllegalStateException(brokerFails);
                    }
                    return Optional.empty();
                },
                Optional.empty(),
                clock.instant());
    }

    @BeforeEach
    void start() {
        new CommandStore(store.database()).createIndexes();
        engine.start();
    }

    @AfterEach
    void close() {
        engine.close();
        store.close();
    }

    private void ask(ControlCommand command) {
        insert(Documents.of(command).append("_id", command.id()).append("open", true));
    }

    private void insert(Document document) {
        store.database().getCollection(Collections.CONTROL_COMMANDS).insertOne(document);
    }

    private ControlCommand command(String id, ControlAction action) {
        return TestCommand.of(action, "all").at(id, clock.instant());
    }

    private Document stored(Object id) {
        return Objects.requireNonNull(
                store.database()
                        .getCollection(Collections.CONTROL_COMMANDS)
                        .find(new Document("_id", id))
                        .first());
    }

    private String text(Object id) {
        return stored(id).get("outcome", Document.class).getString("text");
    }

    private List<String> keys() {
        return journal.after(0, 2_000).stream()
                .filter(entry -> entry.kind() == EntryKind.COMMAND_DONE)
                .map(entry -> entry.key())
                .toList();
    }

    @Test
    void answersInTheOrderOfAskingAndClosesThem() {
        ControlCommand later = command("a", ControlAction.RESUME);
        ControlCommand earlier =
                TestCommand.of(ControlAction.HALT, "all")
                        .at("b", clock.instant().minus(Duration.ofMinutes(1)));
        ask(later);
        ask(earlier);

        desk.answerOpen();

        assertThat(keys()).containsExactly("command:b", "command:a");
        assertThat(text("a")).contains("it was HALTED");
        assertThat(stored("a")).doesNotContainKey("open");
        ControlOutcome outcome =
                Documents.read(stored("b").get("outcome", Document.class), ControlOutcome.class);
        assertThat(outcome.sequence()).isEqualTo(1);
        assertThat(outcome.at()).isEqualTo(clock.instant());
    }

    @Test
    void refusesWhatItCannotReadAndGoesOn() {
        var strange = new ObjectId();
        insert(new Document("_id", strange).append("open", true).append("action", "DANCE"));
        ask(command("a", ControlAction.HALT));

        desk.answerOpen();

        assertThat(text(strange)).contains("action is 'DANCE'; accepted: PAUSE", "by is missing");
        assertThat(text("a")).startsWith("Nothing leaves for all");
    }

    @Test
    void answerThatCouldNotBeWrittenIsWrittenNextTimeAndNothingDoneTwice() {
        ask(command("a", ControlAction.HALT));
        faulty.begin(Fault.BEFORE_WRITE);
        assertThatThrownBy(desk::answerOpen).isInstanceOf(MongoException.class);
        faulty.end();
        assertThat(stored("a")).doesNotContainKey("outcome");

        desk.answerOpen();

        assertThat(text("a")).startsWith("Nothing leaves for all");
        assertThat(keys()).containsExactly("command:a");
    }

    @Test
    void engineThatWasKilledBeforeAnsweringGivesTheSameAnswer() {
        ask(command("a", ControlAction.HALT));
        faulty.begin(Fault.BEFORE_WRITE);
        assertThatThrownBy(desk::answerOpen).isInstanceOf(MongoException.class);
        faulty.end();
        restart();

        desk.answerOpen();

        assertThat(text("a")).startsWith("Nothing leaves for all");
        assertThat(keys()).containsExactly("command:a");
        assertThat(state()).isEqualTo(TradingState.HALTED);
    }

    private void restart() {
        engine.close();
        var book = new Book("TESTS");
        journal.forEachAfter(0, book::apply);
        engine = engine(book);
        desk = desk();
        engine.start();
        clock.pass(Duration.ofHours(1));
    }

    private TradingState state() {
        return engine.read(
                        "state",
                        situation -> situation.book().state(StateScope.ALL).orElseThrow().state())
                .join();
    }

    /// The book forgets the oldest answers, the journal none.
    @Test
    void findsAnAnswerThatOnlyTheJournalKnows() {
        ask(command("a", ControlAction.HALT));
        desk.answerOpen();
        ControlCommand resume = command("resume", ControlAction.RESUME);
        engine.take(
                        "resume",
                        situation -> CommandDesk.decided(resume, BrokerSide.unasked(), situation))
                .join();
        IntStream.range(0, 1_000)
                .forEach(i -> engine.take("pause", s -> Optional.of(forgotten(i, s))).join());
        store.database()
                .getCollection(Collections.CONTROL_COMMANDS)
                .updateOne(
                        new Document("_id", "a"),
                        new Document("$set", new Document("open", true))
                                .append("$unset", new Document("outcome", "")));

        desk.answerOpen();

        assertThat(text("a")).startsWith("Nothing leaves for all");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);
    }

    private Draft forgotten(int number, Situation situation) {
        return CommandDesk.decided(
                        command("n" + number, ControlAction.RESUME),
                        BrokerSide.unasked(),
                        situation)
                .orElseThrow();
    }

    @Test
    void commandThatFailsStaysOpenAndHoldsUpNobody() {
        engine.take("held", this::somethingHeld).join();
        brokerFails = "a bug";
        ask(command("a", ControlAction.FLATTEN));
        ask(command("b", ControlAction.HALT));

        desk.answerOpen();
        assertThat(stored("a")).containsEntry("open", true);
        assertThat(text("b")).startsWith("Nothing leaves for all");

        brokerFails = "";
        desk.answerOpen();
        assertThat(text("a")).isEqualTo("Sells 5 AAPL of demo at market");
    }

    private Optional<Draft> somethingHeld(Situation situation) {
        var story = new Scenario().price("AAPL", "100");
        story.decide(TestSignal.buy("AAPL").quantity("5"));
        story.fillAll();
        List<Change> changes =
                story.entries().stream()
                        .flatMap(entry -> entry.changes().stream())
                        .filter(change -> !(change instanceof Change.Decided))
                        .toList();
        return Optional.of(new Draft(EntryKind.NOTED, null, null, changes));
    }

    @Test
    void waitsForAnEngineThatIsNotReady() {
        ask(command("a", ControlAction.HALT));
        var waiting =
                new CommandDesk(
                        new CommandStore(store.database()),
                        journal,
                        () -> {
                            throw new EngineBusyException("builds the book");
                        },
                        _ -> CompletableFuture.completedFuture(BrokerSide.unasked()),
                        clock);

        assertThatThrownBy(waiting::answerOpen).hasMessage("builds the book");
        assertThat(stored("a")).containsEntry("open", true);
    }
}
