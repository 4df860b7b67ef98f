package com.mathematricks.engine.command;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.model.control.ControlCommand;
import java.util.List;
import java.util.Optional;

/// A strategy opens nothing new; its working orders stay. One that is stopped more strictly stays
/// so.
final class Pausing {

    private Pausing() {}

    static Effect of(ControlCommand command, Reach reach) {
        if (reach.scope().strategy().isEmpty()) {
            return Effect.refused(
                    "scope '%s' cannot be paused; accepted: strategy NAME"
                            .formatted(command.scope()));
        }
        Optional<ScopeState> stopped =
                reach.state().filter(state -> state.isAtLeast(TradingState.PAUSED));
        if (stopped.isPresent()) {
            return Effect.nothing(
                    "Nothing changed: %s is already %s"
                            .formatted(Words.of(reach.scope()), Words.of(stopped.get())));
        }
        List<String> staying =
                reach.orders().stream().map(order -> "stays: " + Words.of(order)).toList();
        return Effect.done(
                "Nothing new is opened for %s from now on; %sexits go on"
                        .formatted(
                                Words.of(reach.scope()),
                                staying.isEmpty()
                                        ? ""
                                        : "what works (%s) and "
                                                .formatted(Words.orders(staying.size()))),
                staying,
                List.of(
                        new Change.StatePut(
                                new ScopeState(
                                        reach.scope(),
                                        TradingState.PAUSED,
                                        Words.asked(command),
                                        reach.situation().now()))));
    }
}
