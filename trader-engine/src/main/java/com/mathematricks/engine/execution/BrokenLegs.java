package com.mathematricks.engine.execution;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Legs that were decided together and broke apart: nothing more is sent, working legs are
/// cancelled, and the strategy goes to REDUCING, which cancels what would enlarge. Stops stay.
final class BrokenLegs {

    private BrokenLegs() {}

    static boolean isBroken(Order ended) {
        return ended.origin().legs() > 1
                && !ended.terms().role().isProtective()
                && ended.status() != OrderStatus.FILLED
                && !ended.progress().cancelRequested();
    }

    /// True for an order that must not go on.
    static boolean stops(Order broken, Order other) {
        boolean sameDecision = other.origin().decision() == broken.origin().decision();
        return !other.id().equals(broken.id())
                && !other.terms().role().isProtective()
                && !other.progress().cancelRequested()
                && (sameDecision || other.terms().role() == OrderRole.ENTRY);
    }

    static Order stopped(Order broken, Order other, Instant now) {
        String reason = "leg " + broken.id() + " failed";
        return other.status() == OrderStatus.NEW
                ? other.to(OrderStatus.CANCELLED, reason, now)
                : other.cancelRequested(reason, now);
    }

    static List<Change> told(Order broken, Optional<ScopeState> known, Instant now) {
        String cause =
                "LegsBroken: order %s of signal %s %s (%s); nothing is unwound by itself"
                        .formatted(
                                broken.id(),
                                broken.origin().signalId(),
                                broken.isFinal() ? "ended " + broken.status() : "is cancelled",
                                broken.progress().reason());
        var changes = new ArrayList<Change>();
        boolean stopped = known.filter(state -> state.isAtLeast(TradingState.REDUCING)).isPresent();
        if (!stopped) {
            StateScope scope = StateScope.of(broken.strategy());
            changes.add(
                    new Change.StatePut(new ScopeState(scope, TradingState.REDUCING, cause, now)));
        }
        changes.add(new Change.Noted("LEGS_BROKEN", cause, broken.strategy(), broken.account()));
        return changes;
    }
}
