package com.mathematricks.notifier.outbox;

import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A message for one chat, as it is stored.
///
/// @param number 1, 2, 3, …: the order in which messages go out
/// @param at when that happened what it tells
/// @param text in Telegram's HTML
/// @param silent arrives without a sound
/// @param picture day up to which a picture of the equity curve comes with it, as `2026-11-20`
/// @param attempts how often sending was begun
/// @param storedAt since when it waits
public record Notification(
        String id,
        long number,
        Instant at,
        MessageKind kind,
        @Nullable Long chat,
        String text,
        boolean silent,
        @Nullable String picture,
        NotificationStatus status,
        int attempts,
        @Nullable String error,
        Instant storedAt,
        @Nullable Instant sentAt) {

    static Notification of(Document stored) {
        var fields = new Document(stored);
        fields.append("id", fields.remove("_id"));
        return Documents.read(fields, Notification.class);
    }

    Document document() {
        Document fields = Documents.of(this);
        fields.remove("id");
        var document = new Document("_id", id);
        document.putAll(fields);
        return document;
    }
}
