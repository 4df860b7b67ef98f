package com.mathematricks.collector.format;

import org.jspecify.annotations.Nullable;

/// Why a message cannot be accepted: the first field that is missing or wrong.
///
/// @param field as the sender wrote it, with its place, for example `signal_legs[2].qty`; `body`
///   for the message as a whole
/// @param value null where the field is missing; without secrets, at most 80 characters
/// @param accepted what would have been accepted, to be read after "must be"
/// @param text one sentence for a person: field, value, what is accepted, cure
public record FieldError(String field, @Nullable String value, String accepted, String text) {

    private static final int MAX_VALUE = 80;

    static FieldError missing(String name, String accepted) {
        String field = place(name);
        return new FieldError(
                field,
                null,
                accepted,
                "Field %s is missing but must be %s: add it to the message."
                        .formatted(field, accepted));
    }

    static FieldError wrong(String name, String value, String accepted, String cure) {
        String field = place(name);
        String shown = SecretMask.isSecret(field) ? SecretMask.MASK : shown(value);
        return new FieldError(
                field,
                shown,
                accepted,
                "Field %s is '%s' but must be %s: %s.".formatted(field, shown, accepted, cure));
    }

    /// A sender may choose any name, too.
    private static String place(String name) {
        String shown = shown(name);
        return shown.isEmpty() ? "body" : shown;
    }

    /// On one line, masked, cut.
    static String shown(String value) {
        String line = SecretMask.mask(value).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= MAX_VALUE) {
            return line;
        }
        // A character beyond the basic plane is two chars: never cut it in half.
        int end =
                Character.isHighSurrogate(line.charAt(MAX_VALUE - 2))
                        ? MAX_VALUE - 2
                        : MAX_VALUE - 1;
        return line.substring(0, end) + "…";
    }
}
