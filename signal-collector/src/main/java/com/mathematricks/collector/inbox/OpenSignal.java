package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.ParsedSignal;
import com.mathematricks.collector.format.Reading;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A stored signal that has no outcome yet.
///
/// @param own what the sender said: the document without `_id` and `intake`
/// @param failures how often the engine failed on it while it was ready for others
public record OpenSignal(
        @Nullable Object documentId,
        SignalKey key,
        String id,
        StrategyName strategy,
        @Nullable WireFormat format,
        Instant receivedAt,
        @Nullable Instant sentAt,
        int failures,
        Document own) {

    static OpenSignal of(Document document) {
        Document intake = document.get(Intake.FIELD, Document.class);
        var own = new Document(document);
        own.remove("_id");
        own.remove(Intake.FIELD);
        Date sentAt = intake.getDate("sentAt");
        String format = intake.getString("format");
        return new OpenSignal(
                document.get("_id"),
                new SignalKey(intake.getString("key")),
                intake.getString("signalId"),
                new StrategyName(intake.getString("strategy")),
                format == null ? null : WireFormat.valueOf(format),
                intake.getDate("receivedAt").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                intake.get("attempts", 0),
                own);
    }

    /// What the sender said, read again as it was read when it came.
    public Reading reading() {
        return Reader.read(own, format, receivedAt);
    }

    public Signal signal(ParsedSignal parsed) {
        return new Signal(
                key,
                id,
                strategy,
                parsed.format(),
                receivedAt,
                sentAt,
                parsed.account(),
                parsed.accountEquity(),
                parsed.orderId(),
                parsed.comment(),
                parsed.legs());
    }
}
