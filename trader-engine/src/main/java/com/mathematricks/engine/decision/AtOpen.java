package com.mathematricks.engine.decision;

import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.OpenWait;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.order.OrderRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What waits for a market to open, once it is open: exits go, and before all others; entries go as
/// far as they pass every check again. Orders of one decision go together. Pure.
public final class AtOpen {

    private final Situation situation;
    private final List<Order> orders;
    private final OpenWait planned;

    /// @param orders of one decision, as they were planned
    private AtOpen(Situation situation, List<Order> orders) {
        this.situation = situation;
        this.orders = orders;
        this.planned = Objects.requireNonNull(orders.getFirst().plan().market());
    }

    /// The next step, a decision at a time; empty: nothing is due.
    public static Optional<Draft> step(Situation situation) {
        Map<Long, List<Order>> decisions =
                situation
                        .book()
                        .working()
                        .filter(Order::waitsForOpen)
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.origin().decision(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return decisions.values().stream()
                .map(orders -> new AtOpen(situation, orders))
                .sorted(Comparator.comparing(decision -> decision.exits().isEmpty()))
                .map(AtOpen::draft)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Order> exits() {
        return orders.stream().filter(order -> !isEntry(order)).toList();
    }

    private List<Order> entries() {
        return orders.stream().filter(AtOpen::isEntry).toList();
    }

    private static boolean isEntry(Order order) {
        return order.terms().role() == OrderRole.ENTRY;
    }

    private Optional<Draft> draft() {
        var markets = new OpenMarkets(situation);
        Optional<OpenWait> still =
                orders.stream()
                        .flatMap(order ->
                                Optional.ofNullable(
                                        markets.waitFor(
                                                order.terms().instrument(), order.account()))
                                        .stream())
                        .max(Comparator.comparing(OpenWait::until));
        if (still.isEmpty()) {
            return Optional.of(draft(opened()));
        }
        return situation.now().isBefore(planned.until())
                ? Optional.empty()
                : Optional.of(draft(missed(still.get())));
    }

    private Draft draft(List<Change> changes) {
        return new Draft(EntryKind.ORDER_CHANGED, null, orders.getFirst().account(), changes);
    }

    private List<Change> opened() {
        List<Order> entries = entries();
        var checks = new OpenChecks(situation, entries, exits(), planned.until());
        var changes = new ArrayList<Change>();
        checks.result().ifPresent(changes::add);
        var sent = new ArrayList<>(exits());
        sent.addAll(checks.approved());
        changes.addAll(
                Reports.atOpen(
                        sent,
                        checks.isDenied() ? entries : List.of(),
                        "denied at the open: " + checks.reason(),
                        situation.book(),
                        situation.now()));
        return changes;
    }

    /// The open that it waited for came while nothing was decided, or turned out to be a day off.
    /// What closes waits for the next one, what opens is given up: nobody knows whether it is still
    /// wanted.
    private List<Change> missed(OpenWait next) {
        var changes =
                new ArrayList<>(
                        Reports.cancelledSteps(
                                entries(),
                                "NOT_SENT_STALE: the open that it waited for was missed",
                                situation.book(),
                                situation.now()));
        exits().forEach(exit -> changes.add(new Change.OrderPut(exit.waiting(next))));
        return changes;
    }
}
