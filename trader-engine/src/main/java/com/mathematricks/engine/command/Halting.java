package com.mathematricks.engine.command;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.control.ControlCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Nothing leaves any more but what a person closes by command. What the broker has stays there;
/// what waits for a market to open is given up.
final class Halting {

    private Halting() {}

    static Effect of(ControlCommand command, Reach reach) {
        String scope = Words.of(reach.scope());
        Optional<ScopeState> halted =
                reach.state().filter(state -> state.state() == TradingState.HALTED);
        if (halted.isPresent()) {
            return Effect.nothing(
                    "Nothing changed: %s is already %s".formatted(scope, Words.of(halted.get())));
        }
        List<Order> orders = reach.orders();
        int atBroker = orders.stream().filter(Order::mayBeAtBroker).toList().size();
        List<Order> waiting =
                orders.stream()
                        .filter(Order::waitsForOpen)
                        .filter(order -> !order.isCommanded())
                        .toList();
        var details = new ArrayList<String>();
        for (Order order : orders) {
            details.add(
                    order.mayBeAtBroker()
                            ? "may still fill at the broker: " + Words.of(order)
                            : (waiting.contains(order)
                                            ? "waits for the open no more: "
                                            : "will not be sent: ")
                                    + Words.of(order));
        }
        var changes = new ArrayList<Change>();
        changes.add(
                new Change.StatePut(
                        new ScopeState(
                                reach.scope(),
                                TradingState.HALTED,
                                Words.asked(command),
                                reach.situation().now())));
        changes.addAll(
                Reports.cancelledSteps(
                        waiting,
                        "halted, " + Words.asked(command),
                        reach.situation().book(),
                        reach.situation().now()));
        return Effect.done(
                "Nothing leaves for %s from now on but what a command closes; %s"
                        .formatted(
                                scope,
                                atBroker == 0
                                        ? "nothing works at the broker"
                                        : Words.orders(atBroker) + " at the broker may still fill"),
                details,
                changes);
    }
}
