package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.ParsedSignal;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalStatus;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The collector's part of a stored signal, under `intake`: everything but what the sender said.
final class Intake {

    static final String FIELD = "intake";
    static final String SEQUENCE = "intake.sequence";
    static final String STATUS = "intake.status";

    /// Present only while the relay still has to bring the signal to the engine.
    static final String OPEN = "intake.open";

    static final String KEY = "intake.key";
    static final String SIGNAL_ID = "intake.signalId";
    static final String STRATEGY = "intake.strategy";
    static final String REPEATS = "intake.repeats";
    static final String LAST_REPEAT_AT = "intake.lastRepeatAt";
    static final String ATTEMPTS = "intake.attempts";
    static final String ERROR = "intake.error";
    static final String ANSWER = "intake.answer";
    static final String POSTED_AT = "intake.postedAt";
    static final String DECIDED_AT = "intake.decidedAt";

    /// Present only while the engine has not been told of what happened here: the notice's code.
    static final String NOTICE = "intake.notice";

    private final Document fields = new Document();

    private Intake(long sequence, Source source, Instant receivedAt) {
        fields.append("sequence", sequence)
                .append("source", source.name())
                .append("receivedAt", Date.from(receivedAt))
                .append("repeats", 0);
    }

    static Intake of(long sequence, Source source, Instant receivedAt) {
        return new Intake(sequence, source, receivedAt);
    }

    Document with(SignalStatus status) {
        fields.append("status", status.name());
        if (status.isOpen()) {
            fields.append("open", true);
        }
        return fields;
    }

    Intake strategy(@Nullable StrategyName strategy) {
        return put("strategy", strategy == null ? null : strategy.value());
    }

    Intake signalId(@Nullable String id) {
        return put("signalId", id);
    }

    /// What a signal that was understood says of itself, under its own key.
    Intake signal(SignalKey key, String id, ParsedSignal signal, @Nullable Instant sentAt) {
        return put("key", key.value())
                .signalId(id)
                .put("sentAt", sentAt == null ? null : Date.from(sentAt))
                .put("format", signal.format().name())
                .put("bodyHash", BodyHash.of(signal));
    }

    Intake repeatOf(SignalKey original) {
        return put("repeatOf", original.value());
    }

    Intake error(FieldError error) {
        return put("error", describe(error));
    }

    static Document describe(FieldError error) {
        var document = new Document("field", error.field());
        if (error.value() != null) {
            document.append("value", SignalIds.storable(error.value()));
        }
        return document.append("accepted", error.accepted())
                .append("text", SignalIds.storable(error.text()));
    }

    Intake notice(String code) {
        return put("notice", code);
    }

    private Intake put(String name, @Nullable Object value) {
        if (value != null) {
            fields.append(name, value);
        }
        return this;
    }
}
