package com.mathematricks.collector.format;

import com.mathematricks.model.settings.WireFormat;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Reads a message of any sender, whatever its content type: decides by its fields which format it
/// has and lets that format's parser read it. Stateless; never throws for what a sender wrote.
public final class SignalReader {

    /// In characters; the webhook refuses more bytes before anything is read.
    private static final int MAX_LENGTH = 64 * 1024;

    private SignalReader() {}

    /// @param onlyFormat the one that the strategy accepts; null: any
    /// @param now for what must not be past
    public static Reading read(String body, @Nullable WireFormat onlyFormat, Instant now) {
        String text = body.startsWith("\uFEFF") ? body.substring(1).strip() : body.strip();
        try {
            return text.startsWith("{") || text.startsWith("[")
                    ? read(JsonTree.parse(bounded(text)), onlyFormat, now)
                    : readText(bounded(text), onlyFormat, now);
        } catch (Refusal refusal) {
            return new Reading.Refused(refusal.error(), Labelling.of(text));
        }
    }

    /// @param outside an outside writer's document, its fields at top level, or its text in `raw`
    public static Reading read(Document outside, @Nullable WireFormat onlyFormat, Instant now) {
        try {
            Map<String, @Nullable Object> tree = BsonTree.of(outside);
            return tree.size() == 1 && tree.get("raw") instanceof String raw
                    ? read(raw, onlyFormat, now)
                    : read(tree, onlyFormat, now);
        } catch (Refusal refusal) {
            return new Reading.Refused(refusal.error(), Labels.NONE);
        }
    }

    private static Reading readText(String text, @Nullable WireFormat onlyFormat, Instant now) {
        if (PlainTextFormat.recognises(text)) {
            Map<String, @Nullable Object> tree = PlainTextFormat.fields(text);
            return wish(WireFormat.PLAIN_TEXT, onlyFormat, tree, now);
        }
        if (text.indexOf('=') < 0) {
            throw Refusal.wrong(
                    "body",
                    text,
                    "JSON, pairs such as symbol=AAPL; action=buy, or TradingView's default message",
                    "copy an example from docs/signals.md");
        }
        Map<String, @Nullable Object> pairs = KeyValueFormat.pairs(text);
        return isPrice(pairs)
                ? price(pairs, now)
                : wish(WireFormat.KEY_VALUE, onlyFormat, pairs, now);
    }

    private static Reading read(
            Map<String, @Nullable Object> tree, @Nullable WireFormat onlyFormat, Instant now) {
        try {
            return isPrice(tree) ? price(tree, now) : wish(formatOf(tree), onlyFormat, tree, now);
        } catch (Refusal refusal) {
            return new Reading.Refused(refusal.error(), Labelling.of(tree));
        }
    }

    private static boolean isPrice(Map<String, @Nullable Object> tree) {
        return PriceFormat.recognises(Fields.of(tree, ""));
    }

    private static Reading price(Map<String, @Nullable Object> tree, Instant now) {
        return new Reading.PriceAlert(PriceFormat.read(Fields.of(tree, ""), now));
    }

    private static WireFormat formatOf(Map<String, @Nullable Object> tree) {
        var fields = Fields.of(tree, "");
        if (EnvelopeFormat.recognises(fields)) {
            return WireFormat.ENVELOPE;
        }
        return BridgeFormat.recognises(fields) ? WireFormat.BRIDGE : WireFormat.TRADINGVIEW;
    }

    private static Reading wish(
            WireFormat format,
            @Nullable WireFormat onlyFormat,
            Map<String, @Nullable Object> tree,
            Instant now) {
        if (onlyFormat != null && format != onlyFormat) {
            throw Refusal.wrong(
                    "format",
                    format.toString(),
                    onlyFormat.toString(),
                    "the strategy accepts no other format, so change the message or the strategy");
        }
        var fields = Fields.of(tree, "");
        Message message =
                switch (format) {
                    case ENVELOPE -> EnvelopeFormat.read(fields, now);
                    case TRADINGVIEW -> TradingViewFormat.read(fields, now);
                    case BRIDGE -> BridgeFormat.read(fields, now);
                    case KEY_VALUE -> KeyValueFormat.read(fields, now);
                    case PLAIN_TEXT -> PlainTextFormat.read(fields, now);
                };
        Header header = message.header();
        return new Reading.Wish(
                new ParsedSignal(
                        header.labels(),
                        format,
                        header.sentAt(),
                        header.account(),
                        header.accountEquity(),
                        header.orderId(),
                        header.comment(),
                        message.legs(),
                        CanonicalBody.of(tree)));
    }

    private static String bounded(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw Refusal.wrong(
                    "body",
                    text.length() + " characters",
                    "a message of 1 to " + MAX_LENGTH + " characters",
                    "send one signal a message");
        }
        return text;
    }
}
