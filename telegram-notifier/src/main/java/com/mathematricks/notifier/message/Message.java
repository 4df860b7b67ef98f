package com.mathematricks.notifier.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the owner is told.
///
/// @param picture the day up to which a picture of the equity curve comes with it
public record Message(MessageKind kind, Text text, @Nullable LocalDate picture) {

    public Message(MessageKind kind, String title, String... lines) {
        this(kind, new Text(title, lines), null);
    }

    public String html() {
        int most = picture == null ? Text.MOST : Text.MOST_BELOW_PICTURE;
        String sign = kind.sign() + " ";
        return sign + text.html(most - sign.length());
    }

    /// For the log.
    public String line() {
        return String.join(" ", text.lines());
    }
}
