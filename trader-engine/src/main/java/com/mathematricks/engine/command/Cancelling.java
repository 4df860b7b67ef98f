package com.mathematricks.engine.command;

import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.control.ControlCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One working order is cancelled.
final class Cancelling {

    private Cancelling() {}

    static Effect of(ControlCommand command, Reach reach) {
        Situation situation = reach.situation();
        if (command.order() == null) {
            return Effect.refused("order is missing; accepted: the id of a working order");
        }
        Optional<Order> found = situation.book().order(command.order());
        if (found.isEmpty()) {
            return Effect.refused(
                    "order '%s' is not known; accepted: the id of a working order%s"
                            .formatted(command.order(), named(reach)));
        }
        Order order = found.get();
        if (!reach.scope().covers(order.strategy(), order.account())) {
            return Effect.refused(
                    "order '%s' is not of %s but of strategy %s"
                            .formatted(order.id(), command.scope(), order.strategy()));
        }
        if (order.isFinal()) {
            return Effect.refused(
                    "order '%s' has already ended %s; accepted: the id of a working order%s"
                            .formatted(order.id(), order.status(), named(reach)));
        }
        if (order.progress().cancelRequested()) {
            return Effect.nothing("Is being cancelled already: " + Words.of(order));
        }
        String reason = "cancelled, " + Words.asked(command);
        List<Change> changes =
                order.mayBeAtBroker()
                        ? List.of(
                                new Change.OrderPut(order.cancelRequested(reason, situation.now())))
                        : Reports.cancelledStep(order, reason, situation.book(), situation.now());
        return Effect.done("Cancels " + Words.of(order), details(order, changes), changes);
    }

    private static String named(Reach reach) {
        List<String> ids = reach.orders().stream().map(order -> order.id().value()).toList();
        return ids.isEmpty() ? ", but none works" : ": " + Words.list(ids);
    }

    private static List<String> details(Order order, List<Change> changes) {
        var details = new ArrayList<String>();
        if (order.terms().role().isProtective()) {
            details.add("it protected a position, which is without it from now on");
        }
        changes.stream()
                .filter(Change.OrderPut.class::isInstance)
                .map(change -> ((Change.OrderPut) change).order())
                .filter(other -> !other.id().equals(order.id()))
                .forEach(other ->
                        details.add(
                                other.isFinal()
                                        ? "ends with it: " + Words.of(other)
                                        : "goes on after it: " + Words.of(other)));
        return details;
    }
}
