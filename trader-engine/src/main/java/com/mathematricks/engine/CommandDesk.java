package com.mathematricks.engine;

import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.command.CommandDecider;
import com.mathematricks.engine.command.CommandForm;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.journal.ReplacedException;
import com.mathematricks.engine.store.CommandStore;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings each open command to the deciding thread and writes the answer back. A command that comes
/// again, because the answer could not be written, finds its key and gets the same answer.
final class CommandDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final int ANSWER_SECONDS = 30;

    private final CommandStore commands;
    private final Journal journal;
    private final Supplier<TradingEngine> engine;
    private final Function<ControlCommand, CompletableFuture<BrokerSide>> brokerSides;
    private final InstantSource clock;

    /// @param engine throws EngineBusyException while it takes nothing
    /// @param brokerSides what the broker of the command's account holds
    CommandDesk(
            CommandStore commands,
            Journal journal,
            Supplier<TradingEngine> engine,
            Function<ControlCommand, CompletableFuture<BrokerSide>> brokerSides,
            InstantSource clock) {
        this.commands = commands;
        this.journal = journal;
        this.engine = engine;
        this.brokerSides = brokerSides;
        this.clock = clock;
    }

    /// Throws EngineBusyException, or what the store throws; then nothing is lost, ask again. A
    /// command that fails by itself is left open and holds up none behind it.
    void answerOpen() {
        for (Document document : commands.open()) {
            Object id = Objects.requireNonNull(document.get("_id"));
            try {
                commands.answer(id, outcome(String.valueOf(id), document));
            } catch (FailedCommandException e) {
                LOG.error("command {} failed and stays open", id, e.getCause());
            }
        }
    }

    private ControlOutcome outcome(String id, Document document) {
        return switch (CommandForm.read(id, document)) {
            case CommandForm.Malformed(String text) ->
                    new ControlOutcome(ControlStatus.REFUSED, text, List.of(), clock.instant(), 0);
            case CommandForm.Understood(ControlCommand command) -> outcome(command);
        };
    }

    private ControlOutcome outcome(ControlCommand command) {
        TradingEngine deciding = engine.get();
        Optional<ControlOutcome> earlier =
                journal.withKey(CommandDecider.key(command.id())).flatMap(CommandDesk::outcome);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        BrokerSide broker =
                command.action() == ControlAction.ACCEPT
                        ? await(brokerSides.apply(command))
                        : BrokerSide.unasked();
        await(deciding.take("command " + command.id(), s -> decided(command, broker, s)));
        return await(deciding.read("answer", s -> s.book().outcome(command.id())))
                .orElseThrow(
                        () -> new IllegalStateException("no outcome of command " + command.id()));
    }

    /// Empty where it was decided before.
    static Optional<Draft> decided(ControlCommand command, BrokerSide broker, Situation situation) {
        return situation.book().outcome(command.id()).isPresent()
                ? Optional.empty()
                : Optional.of(CommandDecider.decide(command, broker, situation));
    }

    private static Optional<ControlOutcome> outcome(Entry entry) {
        return entry.changes().stream()
                .filter(Change.CommandDone.class::isInstance)
                .map(change -> ((Change.CommandDone) change).outcome())
                .findFirst();
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineBusyException busy) {
                throw busy;
            }
            if (e.getCause() instanceof ReplacedException replaced) {
                throw replaced;
            }
            throw new FailedCommandException(e);
        } catch (TimeoutException e) {
            throw new EngineBusyException("the journal is not written");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineBusyException("stopping");
        }
    }

    /// The engine could not decide about one command.
    private static final class FailedCommandException extends RuntimeException {

        private static final long serialVersionUID = 1;

        FailedCommandException(ExecutionException cause) {
            super(cause);
        }
    }
}
