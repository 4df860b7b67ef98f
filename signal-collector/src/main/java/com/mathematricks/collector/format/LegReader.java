package com.mathematricks.collector.format;

import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Sentiment;
import com.mathematricks.model.signal.SignalLeg;
import java.time.Instant;

/// One leg out of its fields. The names mean the same in all formats; each format has some of its
/// own.
final class LegReader {

    private LegReader() {}

    static SignalLeg read(Fields fields, WireFormat format, Instant now) {
        boolean bridge = format == WireFormat.BRIDGE;
        Triggers trigger = Triggers.read(fields);
        if (trigger != null) {
            trigger.nameInstrument(fields);
        }
        Intent intent = Intent.read(fields, trigger != null);
        var instrument = Instruments.read(fields, intent.right(), now);
        var size = Quantities.read(fields, bridge);
        var order = OrderTerms.read(fields, instrument, bridge);
        var position =
                format == WireFormat.ENVELOPE ? new Positions(null, null) : Positions.read(fields);
        Sentiment sentiment =
                bridge
                        ? Sentiments.read(fields, intent.action(), size.quantity() != null)
                        : position.direction();
        var leg =
                new SignalLeg(
                        instrument.reference(),
                        intent.action(),
                        intent.side(),
                        size.quantity(),
                        size.unit(),
                        order.type(),
                        order.price(),
                        order.underlyingPrice(),
                        order.limitPrice(),
                        order.stopPrice(),
                        order.trailAmount(),
                        order.trailPercent(),
                        order.timeInForce(),
                        CancelAfter.read(fields),
                        sentiment == null ? position.direction() : sentiment,
                        position.stated(),
                        intent.entryName(),
                        intent.entryReference(),
                        trigger == null ? Protections.stopLoss(fields, bridge) : null,
                        Protections.takeProfit(fields, bridge),
                        trigger == null ? null : trigger.trigger(),
                        Unsupported.read(fields, intent.action(), order));
        fields.refuseUnread("the format " + format);
        return leg;
    }

    /// True where a leg among several needs a size of its own.
    static boolean opens(SignalLeg leg) {
        return switch (leg.action()) {
            case BUY, SELL, ENTRY, ADD -> true;
            case EXIT, CANCEL, REVERSE, BREAKEVEN -> false;
        };
    }
}
