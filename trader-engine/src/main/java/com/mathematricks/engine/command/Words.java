package com.mathematricks.engine.command;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.order.Side;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// How commands, orders and states are told to a person.
public final class Words {

    private static final int NAMED = 20;

    private Words() {}

    static String of(StateScope scope) {
        return scope.equals(StateScope.ALL) ? "all strategies and accounts" : scope.value();
    }

    /// `HALTED since 2026-11-23 15:00:00 UTC: asked by dashboard`
    static String of(ScopeState state) {
        return "%s since %s: %s".formatted(state.state(), time(state.since()), state.cause());
    }

    /// `sell 5 AAPL at stop 180 of demo (ID)`
    static String of(Order order) {
        var terms = order.terms();
        String stop = terms.stopPrice() == null ? "" : " at stop " + terms.stopPrice();
        String limit = terms.limitPrice() == null ? "" : " at limit " + terms.limitPrice();
        return "%s %s %s%s%s of %s (%s)"
                .formatted(
                        terms.side() == Side.BUY ? "buy" : "sell",
                        order.remaining(),
                        terms.instrument(),
                        stop,
                        limit,
                        order.strategy(),
                        order.id());
    }

    static String unaccepted(ScopeState state) {
        return "%s came back with a backup and nobody has accepted it: compare it with the broker, then ACCEPT it; it is %s"
                .formatted(of(state.scope()), of(state));
    }

    static String asked(ControlCommand command) {
        String by = ScopeState.ASKED + command.by();
        return command.reason() == null ? by : by + ": " + command.reason();
    }

    /// `2026-11-23 15:00:00 UTC`
    public static String time(Instant instant) {
        String iso = instant.truncatedTo(ChronoUnit.SECONDS).toString();
        return iso.replace('T', ' ').replace("Z", " UTC");
    }

    static String orders(int count) {
        return count == 1 ? "1 order" : count + " orders";
    }

    /// At most twenty of them by name.
    static String list(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = names.size() - NAMED;
        return more > 0 ? named + " and %d more".formatted(more) : named;
    }

    static String sentence(List<String> parts) {
        String joined = String.join("; ", parts);
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
    }
}
