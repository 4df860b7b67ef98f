package com.mathematricks.standalone.command;

import com.mathematricks.service.json.Json;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Flags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A signal made of flags, as the JSON that a sender would write.
final class SignalMessage {

    private static final String ID = "id";

    /// Our flag and the field that it becomes.
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("action", "action");
        FIELDS.put("ticker", "ticker");
        FIELDS.put("price", "price");
        FIELDS.put("quantity", "quantity");
        FIELDS.put("type", "orderType");
        FIELDS.put("limit", "limitPrice");
        FIELDS.put("stop", "stopPrice");
        FIELDS.put(ID, "signalID");
    }

    private SignalMessage() {}

    static Set<String> flags() {
        return FIELDS.keySet();
    }

    static boolean isIn(Flags flags) {
        return flags().stream().anyMatch(flags::has);
    }

    static byte[] of(Flags flags) {
        if (!flags.has("action") || !flags.has("ticker")) {
            throw CommandFailedException.wrongUsage(
                    "a signal needs --action and --ticker, for example --action buy --ticker AAPL --price 190");
        }
        Map<String, String> message = new LinkedHashMap<>();
        // One's own, so that the same words an hour or a second later are a new signal.
        message.put("signalID", "trader-" + UUID.randomUUID());
        FIELDS.forEach(
                (flag, field) -> flags.value(flag).ifPresent(value -> message.put(field, value)));
        return Json.MAPPER.writeValueAsBytes(message);
    }
}
