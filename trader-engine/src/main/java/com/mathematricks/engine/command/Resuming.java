package com.mathematricks.engine.command;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.model.control.ControlCommand;
import java.util.List;
import java.util.Optional;

/// The scope itself trades again, whatever stopped it; what stops those around it goes on.
final class Resuming {

    private Resuming() {}

    static Effect of(ControlCommand command, Reach reach) {
        List<String> around =
                reach.stoppedAround().stream().map(state -> stillStopped(state)).toList();
        List<String> within =
                reach.stoppedWithin().stream().map(state -> stillStopped(state)).toList();
        Optional<ScopeState> stopped =
                reach.state().filter(state -> state.state() != TradingState.ACTIVE);
        String scope = Words.of(reach.scope());
        if (stopped.filter(ScopeState::needsAcceptance).isPresent()) {
            return Effect.refused(Words.unaccepted(stopped.get()));
        }
        if (stopped.isEmpty()) {
            String text = "Nothing changed: %s was not stopped itself".formatted(scope);
            return Effect.done(text, within, List.of()).but(around);
        }
        return Effect.done(
                        (around.isEmpty()
                                        ? "Trading of %s goes on; it was %s"
                                        : "%s itself is not stopped any more; it was %s")
                                .formatted(scope, Words.of(stopped.get())),
                        within,
                        List.of(
                                new Change.StatePut(
                                        new ScopeState(
                                                reach.scope(),
                                                TradingState.ACTIVE,
                                                "resumed, " + Words.asked(command),
                                                reach.situation().now()))))
                .but(around);
    }

    private static String stillStopped(ScopeState state) {
        return "still stopped: %s is %s".formatted(Words.of(state.scope()), Words.of(state));
    }
}
