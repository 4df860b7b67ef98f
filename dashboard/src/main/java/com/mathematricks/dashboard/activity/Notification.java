package com.mathematricks.dashboard.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message of the notifier to a chat, or to nobody where no chat is set up.
///
/// @param text in Telegram's HTML
public record Notification(
        String id,
        @Nullable Instant at,
        @Nullable String kind,
        @Nullable String chat,
        @Nullable String text,
        @Nullable String status,
        @Nullable Integer attempts,
        @Nullable String error,
        @Nullable Instant sentAt) {

    public String tone() {
        return switch (String.valueOf(status)) {
            case "SENT" -> "good";
            case "FAILED" -> "bad";
            case "WAITING", "SENDING" -> "warn";
            default -> "muted";
        };
    }

    /// The message without its marks; entities are what Telegram knows of them.
    public String plain() {
        return text == null
                ? ""
                : text.replaceAll("<[^<>]{0,200}>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
    }
}
