package com.mathematricks.standalone.command;

import com.mathematricks.engine.rehearsal.PastOrder;
import com.mathematricks.engine.rehearsal.RehearsedOrder;
import com.mathematricks.model.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A rehearsal for a person: how many, then each order that would not have gone as it was stated.
record RehearsalText(String strategy, String ticker, List<RehearsedOrder> orders, Money equity) {

    String text() {
        PastOrder first = orders.getFirst().order();
        PastOrder last = orders.getLast().order();
        return """
        %d orders of %s from %s to %s, as strategy %s would have traded them:

          approved  %d
          partly    %s
          denied    %s

        %sIn the end %s is held and the account is worth %s. Each was filled at the list's price, with the paper broker's fee.
        """
                .formatted(
                        orders.size(),
                        ticker,
                        first.at(),
                        last.at(),
                        strategy,
                        count(order -> !order.isDenied() && !order.isPartly()),
                        byCode(RehearsedOrder::isPartly),
                        byCode(RehearsedOrder::isDenied),
                        table(),
                        orders.getLast().held(),
                        equity);
    }

    private long count(Predicate<RehearsedOrder> kind) {
        return orders.stream().filter(kind).count();
    }

    /// `12: ORDER_NOTIONAL 10, POSITION_LIMIT 2`
    private String byCode(Predicate<RehearsedOrder> kind) {
        Map<String, Long> codes =
                orders.stream()
                        .filter(kind)
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.decision().code(),
                                        TreeMap::new,
                                        Collectors.counting()));
        String list =
                codes.entrySet().stream()
                        .map(code -> code.getKey() + " " + code.getValue())
                        .collect(Collectors.joining(", "));
        return list.isEmpty() ? "0" : count(kind) + ": " + list;
    }

    private String table() {
        var table = new TextTable(List.of("line", "time", "order", "outcome", "code", "why"));
        List<RehearsedOrder> told =
                orders.stream().filter(order -> order.isDenied() || order.isPartly()).toList();
        for (RehearsedOrder one : told) {
            PastOrder order = one.order();
            table.row(
                    List.of(
                            "" + order.line(),
                            "" + order.at(),
                            "%s %s at %s".formatted(order.side(), order.quantity(), order.price()),
                            one.isDenied() ? "denied" : "partly",
                            one.decision().code(),
                            one.decision().reason()));
        }
        return told.isEmpty() ? "" : table.text() + "\n";
    }
}
