package com.mathematricks.dashboard.ledger;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// @param changes as the engine wrote them, of whatever kind
public record JournalEntry(
        long sequence,
        @Nullable String epoch,
        @Nullable Instant at,
        @Nullable String writer,
        @Nullable String kind,
        @Nullable String key,
        @Nullable String account,
        @Nullable Object changes) {

    static JournalEntry of(Document document) {
        return new JournalEntry(
                document.get("sequence") instanceof Number number ? number.longValue() : 0,
                text(document, "epoch"),
                StoredValues.plain(document.get("at")) instanceof Instant at ? at : null,
                text(document, "writer"),
                text(document, "kind"),
                text(document, "key"),
                text(document, "account"),
                StoredValues.plain(document.getOrDefault("changes", List.of())));
    }

    private static @Nullable String text(Document document, String field) {
        Object value = document.get(field);
        return value == null ? null : value.toString();
    }
}
