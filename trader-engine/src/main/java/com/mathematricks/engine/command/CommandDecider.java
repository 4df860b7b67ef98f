package com.mathematricks.engine.command;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.settings.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides about a command: is it still wanted → whom does it mean → what does it change. One entry
/// holds all of it, and the answer.
public final class CommandDecider {

    /// What a person asked longer ago is not what they want now.
    static final Duration LIFE = Duration.ofMinutes(5);

    private CommandDecider() {}

    /// The journal's key of a command.
    public static String key(String command) {
        return "command:" + command;
    }

    /// @param broker what the account's broker holds; looked at by ACCEPT alone
    public static Draft decide(ControlCommand command, BrokerSide broker, Situation situation) {
        Effect effect = effect(command, broker, situation);
        var outcome =
                new ControlOutcome(
                        effect.status(),
                        effect.text(),
                        effect.details(),
                        situation.now(),
                        situation.nextSequence());
        var changes = new ArrayList<Change>();
        changes.add(new Change.CommandDone(command, outcome));
        changes.addAll(effect.changes());
        Optional<AccountId> account =
                command.scope().startsWith(StateScope.ACCOUNT) && !effect.changes().isEmpty()
                        ? new StateScope(command.scope()).account()
                        : Optional.empty();
        return new Draft(EntryKind.COMMAND_DONE, key(command.id()), account.orElse(null), changes);
    }

    private static Effect effect(ControlCommand command, BrokerSide broker, Situation situation) {
        Duration age = Duration.between(command.at(), situation.now());
        if (age.compareTo(LIFE) > 0) {
            return new Effect(
                    ControlStatus.EXPIRED,
                    "Not done: it was asked %s ago, and what is older than %s is not done any more"
                            .formatted(minutes(age), minutes(LIFE)),
                    List.of(),
                    List.of());
        }
        if (age.negated().compareTo(LIFE) > 0) {
            return Effect.refused(
                    "at '%s' is %s in the future; accepted: now, at most %s ahead"
                            .formatted(command.at(), minutes(age.negated()), minutes(LIFE)));
        }
        Optional<String> unknown = Reach.unknown(command.scope(), situation);
        if (unknown.isPresent()) {
            return Effect.refused(unknown.get());
        }
        var reach = new Reach(new StateScope(command.scope()), situation);
        return switch (command.action()) {
            case PAUSE -> Pausing.of(command, reach);
            case RESUME -> Resuming.of(command, reach);
            case REDUCE -> Reducing.of(command, reach);
            case HALT -> Halting.of(command, reach);
            case FLATTEN -> Flattening.all(command, reach);
            case CLOSE -> Flattening.position(command, reach);
            case CANCEL -> Cancelling.of(command, reach);
            case ACCEPT -> Accepting.of(command, broker, reach);
        };
    }

    private static String minutes(Duration time) {
        return time.toSecondsPart() == 0
                ? time.toMinutes() + " min"
                : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
