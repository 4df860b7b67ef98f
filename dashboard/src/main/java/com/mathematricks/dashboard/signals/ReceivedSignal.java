package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.LedgerFill;
import com.mathematricks.dashboard.ledger.LedgerOrder;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/// A document of `trading_signals` that the collector has taken in.
///
/// @param intake what the collector noted
/// @param ownId the document's `_id` as text
public record ReceivedSignal(Intake intake, String ownId, String raw) {

    private static final JsonWriterSettings READABLE =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build();

    static ReceivedSignal of(Document document) {
        return new ReceivedSignal(
                Documents.read(document.get("intake", Document.class), Intake.class),
                String.valueOf(document.get("_id")),
                raw(document));
    }

    static String raw(Document document) {
        var rest = new Document(document);
        rest.remove("intake");
        boolean onlyText =
                rest.keySet().stream().allMatch(key -> key.equals("_id") || key.equals("raw"));
        return onlyText && rest.get("raw") instanceof String text ? text : rest.toJson(READABLE);
    }

    /// The key under which the engine may have decided it. A repeat is listed on its own, but what
    /// was decided belongs to the original.
    @Nullable String decidedKey() {
        return "REPEAT".equals(intake.status()) ? null : intake.key();
    }

    SignalStory story(
            @Nullable Decision decision, List<LedgerOrder> orders, List<LedgerFill> fills) {
        return new SignalStory(
                intake.signalId() == null ? ownId : intake.signalId(),
                intake.key(),
                intake.strategy(),
                intake.status(),
                intake.receivedAt(),
                intake.sentAt(),
                intake.source(),
                intake.format(),
                raw,
                intake.refusal(),
                intake.repeats() == null ? 0 : intake.repeats(),
                intake.repeatOf(),
                decision,
                orders,
                fills,
                timings(decision, fills));
    }

    private SignalTimings timings(@Nullable Decision decision, List<LedgerFill> fills) {
        Instant decided = decision == null ? null : decision.decidedAt();
        return new SignalTimings(
                intake.receivedAt(),
                intake.postedAt(),
                decided == null ? intake.decidedAt() : decided,
                fills.stream()
                        .map(LedgerFill::at)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    record Intake(
            @Nullable String source,
            @Nullable String status,
            @Nullable String key,
            @Nullable String strategy,
            @Nullable String signalId,
            @Nullable Instant receivedAt,
            @Nullable Instant sentAt,
            @Nullable String format,
            @Nullable SignalError error,
            @Nullable Integer repeats,
            @Nullable String repeatOf,
            @Nullable Answer answer,
            @Nullable Instant postedAt,
            @Nullable Instant decidedAt) {

        /// Refused by the collector with an error, or by the engine with an answer.
        @Nullable SignalError refusal() {
            if (error == null && "REFUSED".equals(status) && answer != null) {
                return new SignalError(null, null, null, answer.reason());
            }
            return error;
        }
    }

    record Answer(@Nullable String reason) {}
}
