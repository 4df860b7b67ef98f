package com.mathematricks.engine.command;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Cancels;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.order.OrderRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Only what shrinks a position goes on: working orders that enlarge are cancelled, exits and
/// protective orders stay.
public final class Reducing {

    private Reducing() {}

    static Effect of(ControlCommand command, Reach reach) {
        Optional<ScopeState> before =
                reach.state().filter(state -> state.state() != TradingState.ACTIVE);
        if (before.filter(ScopeState::needsAcceptance).isPresent()) {
            return Effect.refused(Words.unaccepted(before.get()));
        }
        boolean known = before.filter(state -> state.state() == TradingState.REDUCING).isPresent();
        List<Order> cancelled =
                cancels(reach.situation(), reach.scope(), "only reducing, " + Words.asked(command));
        var details = new ArrayList<String>();
        cancelled.forEach(order -> details.add("cancels " + Words.of(order)));
        reach.orders().stream()
                .filter(order -> order.terms().role() != OrderRole.ENTRY)
                .forEach(order -> details.add("stays: " + Words.of(order)));
        var changes = new ArrayList<Change>();
        if (!known) {
            changes.add(
                    new Change.StatePut(
                            new ScopeState(
                                    reach.scope(),
                                    TradingState.REDUCING,
                                    Words.asked(command),
                                    reach.situation().now())));
        }
        cancelled.forEach(order -> changes.add(new Change.OrderPut(order)));
        return Effect.done(text(reach.scope(), before, known, cancelled.size()), details, changes);
    }

    private static String text(
            StateScope scope, Optional<ScopeState> before, boolean known, int cancelled) {
        String was = before.map(state -> "it was " + Words.of(state)).orElse("");
        var parts = new ArrayList<String>();
        parts.add(
                known
                        ? "%s is only reducing already, %s".formatted(Words.of(scope), was)
                        : "only orders that shrink a position leave for %s from now on"
                                .formatted(Words.of(scope)));
        parts.add(
                cancelled == 0
                        ? "no working order would enlarge one"
                        : "cancels %s that would enlarge one".formatted(Words.orders(cancelled)));
        if (!known && !was.isEmpty()) {
            parts.add(was);
        }
        return Words.sentence(parts);
    }

    /// Every working order of the scope that would enlarge a position, as it is once it is
    /// cancelled.
    public static List<Order> cancels(Situation situation, StateScope scope, String reason) {
        var cancels = new Cancels(situation, reason);
        new Reach(scope, situation)
                .orders().stream()
                        .filter(order -> order.terms().role() == OrderRole.ENTRY)
                        .filter(order -> !order.progress().cancelRequested())
                        .forEach(cancels::add);
        return cancels.orders();
    }
}
