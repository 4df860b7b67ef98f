package com.mathematricks.standalone.command;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// The status as tables for a terminal.
final class StatusText {

    private StatusText() {}

    static String of(Status status) {
        return table("Services", status.services(), "name", "health", "lastDid")
                + table(
                        "Accounts",
                        status.accounts(),
                        "id",
                        "equity",
                        "cash",
                        "realizedPnl",
                        "unrealizedPnl",
                        "fees",
                        "currency",
                        "state")
                + table(
                        "Positions",
                        status.positions(),
                        "account",
                        "strategy",
                        "instrument",
                        "quantity",
                        "averagePrice",
                        "unrealizedPnl",
                        "currency")
                + table(
                        "Working orders",
                        status.orders(),
                        "strategy",
                        "side",
                        "quantity",
                        "instrument",
                        "type",
                        "limitPrice",
                        "stopPrice",
                        "status")
                + signals(status.signals());
    }

    private static String table(String title, List<JsonNode> items, String... fields) {
        var table = new TextTable(List.of(fields));
        for (JsonNode item : items) {
            table.row(List.of(fields).stream().map(field -> Outcome.text(item, field)).toList());
        }
        return title + "\n" + table.text() + "\n";
    }

    private static String signals(List<JsonNode> items) {
        var table = new TextTable(List.of("receivedAt", "strategy", "id", "outcome", "why"));
        for (JsonNode item : items) {
            JsonNode decision = item.path("decision");
            String outcome = Outcome.text(decision, "outcome");
            table.row(
                    List.of(
                            Outcome.text(item, "receivedAt"),
                            Outcome.text(item, "strategy"),
                            Outcome.text(item, "id"),
                            outcome.isEmpty() ? Outcome.text(item, "status") : outcome,
                            outcome.isEmpty()
                                    ? Outcome.text(item.path("error"), "text")
                                    : Outcome.text(decision, "reason")));
        }
        return "Latest signals\n" + table.text();
    }
}
