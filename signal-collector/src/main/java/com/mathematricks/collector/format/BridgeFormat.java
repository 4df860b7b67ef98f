package com.mathematricks.collector.format;

import com.mathematricks.model.settings.WireFormat;
import java.time.Instant;
import java.util.List;

/// Format 3: the JSON that commercial bridge services take.
final class BridgeFormat {

    private static final List<String> CAMEL_CASE =
            List.of(
                    "orderType",
                    "limitPrice",
                    "stopPrice",
                    "signalPrice",
                    "trailAmount",
                    "trailPercent",
                    "timeInForce",
                    "takeProfit",
                    "stopLoss",
                    "cancelAfter",
                    "extendedHours",
                    "optionType",
                    "strikePrice",
                    "strikesAway",
                    "intrinsicValue");

    private BridgeFormat() {}

    static boolean recognises(Fields fields) {
        return fields.has("sentiment")
                || fields.has("quantityType")
                || CAMEL_CASE.stream().anyMatch(fields::hasCamelCase);
    }

    static Message read(Fields fields, Instant now) {
        return TradingViewFormat.read(fields, WireFormat.BRIDGE, now);
    }
}
