package com.mathematricks.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What became of one signal, as the read API tells it.
///
/// @param signal a missing or null node while the API does not know the signal
public record Outcome(String id, JsonNode signal) {

    private static final Set<String> OPEN = Set.of("", "RECEIVED", "WAITING");

    /// An order in one of these will move on by itself within moments.
    private static final Set<String> MOVING = Set.of("NEW", "SUBMITTED");

    /// The API shows what the engine wrote down by and by: the decision, then orders, then fills.
    public boolean isSettled() {
        boolean decisionToCome = status().equals("DECIDED") && decision("outcome").isEmpty();
        boolean fillToCome =
                signal.path("fills").isEmpty()
                        && orders().stream()
                                .anyMatch(order -> text(order, "status").equals("FILLED"));
        return !OPEN.contains(status())
                && !decisionToCome
                && !fillToCome
                && orders().stream().noneMatch(Outcome::isMoving);
    }

    boolean isApproved() {
        return Set.of("APPROVED", "PARTLY").contains(decision("outcome"));
    }

    /// A market order that was accepted is about to be filled; others may rest for long.
    private static boolean isMoving(JsonNode order) {
        String status = text(order, "status");
        return MOVING.contains(status)
                || (Set.of("ACCEPTED", "PARTIALLY_FILLED").contains(status)
                        && text(order, "type").equals("MARKET"));
    }

    String text() {
        List<String> lines = new ArrayList<>();
        if (OPEN.contains(status())) {
            lines.add("Signal %s is not decided yet; see ./trader status later.".formatted(id));
        } else if (decision("outcome").isEmpty()) {
            lines.add(
                    "Signal %s: %s. %s"
                            .formatted(id, status(), text(signal.path("error"), "text"))
                            .strip());
        } else {
            lines.add(
                    "Signal %s of %s: %s%s"
                            .formatted(
                                    text(signal, "id"),
                                    text(signal, "strategy"),
                                    decision("outcome"),
                                    code()));
            lines.add("  " + decision("reason"));
        }
        orders().forEach(order -> lines.add("  Order: " + order(order)));
        signal.path("fills").valueStream().forEach(fill -> lines.add("  Fill: " + fill(fill)));
        return String.join("\n", lines) + "\n";
    }

    /// Nothing where it only says the outcome again.
    private String code() {
        String code = decision("code");
        return code.equals(decision("outcome")) ? "" : " [" + code + "]";
    }

    private static String order(JsonNode order) {
        return "%s %s %s %s, %s"
                .formatted(
                        text(order, "side"),
                        text(order, "quantity"),
                        text(order, "instrument"),
                        text(order, "type"),
                        text(order, "status"));
    }

    private static String fill(JsonNode fill) {
        return "%s %s %s at %s, fee %s %s"
                .formatted(
                        text(fill, "side"),
                        text(fill, "quantity"),
                        text(fill, "instrument"),
                        text(fill, "price"),
                        text(fill, "fee"),
                        text(fill, "currency"));
    }

    private String status() {
        return text(signal, "status");
    }

    private String decision(String field) {
        return text(signal.path("decision"), field);
    }

    private List<JsonNode> orders() {
        return signal.path("orders").valueStream().toList();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
