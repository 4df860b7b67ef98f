package com.mathematricks.collector.format;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One field as the sender wrote it.
///
/// @param name with its place in the message, for errors
/// @param value a String (numbers too), Boolean, Instant, Map or List; blank and null fields are
///   absent, so there is none for them
record Field(String name, Object value) {

    /// Its text, for a field that takes a text, number or word.
    String text(String accepted) {
        if (!(value instanceof String text)) {
            throw wrong(accepted, "send a plain value in its place");
        }
        FieldError placeholder = Placeholders.unreplaced(text, _ -> name);
        if (placeholder != null) {
            throw new Refusal(placeholder);
        }
        return text.strip();
    }

    Refusal wrong(String accepted, String cure) {
        return Refusal.wrong(name, shown(), accepted, cure);
    }

    String shown() {
        return switch (value) {
            case Map<?, ?> _ -> "{…}";
            case List<?> _ -> "[…]";
            case Instant instant -> instant.toString();
            default -> value.toString();
        };
    }

    boolean says(Field other) {
        if (value instanceof Map || value instanceof List) {
            return value.equals(other.value);
        }
        String one = shown().strip();
        String two = other.shown().strip();
        return one.equalsIgnoreCase(two) || Numbers.sameNumber(one, two);
    }
}
