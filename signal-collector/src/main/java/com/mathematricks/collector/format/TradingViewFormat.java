package com.mathematricks.collector.format;

import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.SignalLeg;
import java.time.Instant;
import java.util.List;

/// Format 2: what people put in the message box of a TradingView strategy's alert.
final class TradingViewFormat {

    private TradingViewFormat() {}

    static Message read(Fields fields, Instant now) {
        return read(fields, WireFormat.TRADINGVIEW, now);
    }

    /// For the formats that use the same names.
    static Message read(Fields fields, WireFormat format, Instant now) {
        fields.flatten("strategy", _ -> true);
        // A bar's volume is what the market traded, and its time is the bar's opening.
        fields.flatten("bar", name -> name.equals("close"));
        Header header = Header.read(fields);
        SignalLeg leg = LegReader.read(fields, format, now);
        return new Message(header, List.of(leg));
    }
}
