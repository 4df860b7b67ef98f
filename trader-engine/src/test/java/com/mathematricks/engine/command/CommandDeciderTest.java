package com.mathematricks.engine.command;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.model.control.ControlAction.FLATTEN;
import static com.mathematricks.model.control.ControlAction.HALT;
import static com.mathematricks.model.control.ControlAction.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.event.EventMapping;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.event.TradingEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandDeciderTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private ControlCommand halt(Duration age) {
        return TestCommand.of(HALT, "all").at("h", story.now().minus(age));
    }

    @Test
    void makesOneEntryThatHoldsTheCommandAndItsAnswer() {
        ControlOutcome outcome = story.command(halt(Duration.ZERO));

        var entry = story.entries().getLast();
        assertThat(entry.kind()).isEqualTo(EntryKind.COMMAND_DONE);
        assertThat(entry.key()).isEqualTo("command:h");
        assertThat(entry.changes().getFirst())
                .isEqualTo(new Change.CommandDone(halt(Duration.ZERO), outcome));
        assertThat(outcome.sequence()).isEqualTo(entry.sequence());
        assertThat(outcome.at()).isEqualTo(story.now());
        assertThat(EventMapping.events(entry))
                .singleElement()
                .isInstanceOf(TradingEvent.TradingStateChanged.class);
    }

    @Test
    void fiveMinutesOldIsStillDone() {
        assertThat(story.command(halt(Duration.ofMinutes(5))).status())
                .isEqualTo(ControlStatus.DONE);
    }

    @Test
    void olderThanFiveMinutesExpires() {
        ControlOutcome outcome = story.command(halt(Duration.ofMinutes(5).plusMillis(1)));

        assertThat(outcome.status()).isEqualTo(ControlStatus.EXPIRED);
        assertThat(outcome.text())
                .isEqualTo(
                        "Not done: it was asked 5 min ago, and what is older than 5 min is not done any more");
        assertThat(story.book().states()).isEmpty();
        assertThat(story.entries().getLast().changes()).hasSize(1);
    }

    @Test
    void refusesWhatComesFromTheFuture() {
        assertThat(story.command(halt(Duration.ofSeconds(-330))).text())
                .contains("is 5 min 30 s in the future");
    }

    @Test
    void unknownScopeNamesTheKnownOnes() {
        ControlOutcome outcome = story.command(TestCommand.of(PAUSE, "strategy demmo"));

        assertThat(outcome.status()).isEqualTo(ControlStatus.REFUSED);
        assertThat(outcome.text())
                .isEqualTo(
                        "scope 'strategy demmo' is not known; accepted: all, account paper, strategy demo");
    }

    @Test
    void whatComesAgainIsAnsweredAlikeAndDoneOnce() {
        story.decide(buy("AAPL").quantity("5"));
        story.fillAll().sent();
        ControlCommand flatten = TestCommand.of(FLATTEN, "all").at("f", story.now());

        ControlOutcome first = story.command(flatten);
        story.fillAll();
        story.decide(buy("AAPL").quantity("5"));
        story.fillAll().sent();
        int entries = story.entries().size();
        // Older by now than a command may be, but answered before.
        story.wait(Duration.ofMinutes(6));

        assertThat(story.command(flatten)).isEqualTo(first);
        assertThat(story.entries()).hasSize(entries);
        assertThat(story.held("AAPL")).isEqualTo("5");
    }

    @Test
    void bookRemembersTheAnswerOverReplayAndSnapshot() {
        ControlOutcome outcome = story.command(halt(Duration.ZERO));
        var replayed = new Book("EPOCH");
        story.entries().forEach(replayed::apply);

        assertThat(replayed.snapshot()).isEqualTo(story.book().snapshot());
        assertThat(new Book(replayed.snapshot()).outcome("h")).contains(outcome);
    }
}
