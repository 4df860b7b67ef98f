package com.mathematricks.collector.format;

import com.mathematricks.model.settings.WireFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Format 4: `symbol=BTCUSDT; action=buy; qty=0.1`, or one pair a line.
final class KeyValueFormat {

    private static final String ACCEPTED = "pairs such as symbol=AAPL; action=buy; qty=5";

    private KeyValueFormat() {}

    static Map<String, @Nullable Object> pairs(String body) {
        var pairs = new LinkedHashMap<String, @Nullable Object>();
        for (String part : body.split("[;\\r\\n]+")) {
            if (!part.isBlank()) {
                add(pairs, part);
            }
        }
        return pairs;
    }

    private static void add(Map<String, @Nullable Object> pairs, String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? "" : part.substring(0, equals).strip();
        if (name.isEmpty()) {
            throw Refusal.wrong(
                    "body", part, ACCEPTED, "separate the pairs by a semicolon or a new line");
        }
        String value = part.substring(equals + 1).strip();
        if (pairs.containsKey(name)) {
            throw Refusal.wrong(name, value, "given once", "leave one of the two out");
        }
        pairs.put(name, value);
    }

    static Message read(Fields fields, Instant now) {
        return TradingViewFormat.read(fields, WireFormat.KEY_VALUE, now);
    }
}
