package com.mathematricks.collector.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The words that a field accepts, without case; spaces and dashes count as underscores.
record Words<T>(Map<String, T> meanings, Map<String, String> hints) {

    @SafeVarargs
    static <T> Words<T> of(Map.Entry<String, T>... meanings) {
        var words = new LinkedHashMap<String, T>();
        for (Map.Entry<String, T> meaning : meanings) {
            words.put(meaning.getKey(), meaning.getValue());
        }
        return new Words<>(words, Map.of());
    }

    /// The names of an enum, in lower case.
    static <E extends Enum<E>> Words<E> of(Class<E> type) {
        var words = new LinkedHashMap<String, E>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return new Words<>(words, Map.of());
    }

    /// What somebody who writes another word probably means.
    Words<T> hinting(Map<String, String> meant) {
        return new Words<>(meanings, meant);
    }

    String accepted() {
        return "one of " + String.join(", ", meanings.keySet());
    }

    T read(Field field) {
        String word =
                field.text(accepted()).toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        T meaning = meanings.get(word);
        if (meaning == null) {
            String hint = hints.get(word);
            String meant = hint == null ? Nearest.of(word, meanings.keySet()) : hint;
            throw field.wrong(accepted(), "did you mean '%s'".formatted(meant));
        }
        return meaning;
    }
}
