package com.mathematricks.standalone.command;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// How a suite is: lists of the read API, as it gives them.
///
/// @param orders those that may still change something
/// @param signals the latest, newest first
record Status(
        List<JsonNode> services,
        List<JsonNode> accounts,
        List<JsonNode> positions,
        List<JsonNode> orders,
        List<JsonNode> signals) {

    private static final int MOST = 100;
    private static final int LATEST_SIGNALS = 10;

    /// What an order is in while it may still change something.
    private static final List<String> WORKING =
            List.of("NEW", "SUBMITTED", "ACCEPTED", "PARTIALLY_FILLED", "UNKNOWN");

    static Status read(ReadApi api) {
        return new Status(
                api.list("services", MOST),
                api.list("accounts", MOST),
                api.list("positions", MOST),
                WORKING.stream()
                        .flatMap(status -> api.list("orders?status=" + status, MOST).stream())
                        .toList(),
                api.list("signals", LATEST_SIGNALS));
    }
}
