package com.mathematricks.notifier.message;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a chat gets the messages of one kind.
public enum Loudness {
    LOUD,
    /// It arrives without a sound.
    SILENT,
    /// It is stored, but not sent.
    OFF;

    public static Optional<Loudness> named(String word) {
        return Stream.of(values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
    }

    /// As it is written in commands and settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
