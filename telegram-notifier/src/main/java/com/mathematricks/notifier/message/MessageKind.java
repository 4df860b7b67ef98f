package com.mathematricks.notifier.message;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a message is about, as far as a chat may want it loud, silent or not at all.
public enum MessageKind {
    SIGNAL("📥", Loudness.SILENT),
    DENIED("⛔", Loudness.LOUD),
    /// The broker has the order; the fill, or that there is none, comes later.
    ACCEPTED("📨", Loudness.OFF),
    /// An order ended without a fill, or is without a clear answer.
    ORDER("📄", Loudness.SILENT),
    REJECTED("❌", Loudness.LOUD),
    FILL("✅", Loudness.LOUD),
    CLOSED("🏁", Loudness.LOUD),
    STATE("🚦", Loudness.LOUD),
    NOTICE("⚠️", Loudness.LOUD),
    ACCOUNT("💰", Loudness.SILENT),
    SERVICE("🔌", Loudness.LOUD),
    SUMMARY("📈", Loudness.SILENT);

    private final String sign;
    private final Loudness usual;

    MessageKind(String sign, Loudness usual) {
        this.sign = sign;
        this.usual = usual;
    }

    public static Optional<MessageKind> named(String word) {
        return Stream.of(values()).filter(kind -> kind.name().equalsIgnoreCase(word)).findFirst();
    }

    /// What one finds it by in a full chat.
    public String sign() {
        return sign;
    }

    /// Where neither the chat nor the settings say something else.
    public Loudness usual() {
        return usual;
    }

    /// As it is written in commands and settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
