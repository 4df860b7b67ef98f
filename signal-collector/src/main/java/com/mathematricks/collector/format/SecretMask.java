package com.mathematricks.collector.format;

import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Replaces the values of keys that end in passphrase, secret, token, password or apikey by `***`,
/// before anything is stored, logged or shown. Nothing else of the text changes, so that a masked
/// message reads as the original did. In doubt too much is masked, never too little.
public final class SecretMask {

    static final String MASK = "***";

    private static final Pattern ENDING =
            Pattern.compile("(?:" + SecretText.WORDS + ")$", Pattern.CASE_INSENSITIVE);
    private static final Pattern HINT =
            Pattern.compile(SecretText.WORDS + "|\\\\u", Pattern.CASE_INSENSITIVE);

    /// Deeper documents are masked whole.
    private static final int MAX_DEPTH = 100;

    private SecretMask() {}

    public static String mask(String text) {
        if (!HINT.matcher(text).find()) {
            return text;
        }
        try {
            return SecretJson.mask(text);
        } catch (JacksonException e) {
            return PlainTextFormat.mask(text);
        }
    }

    public static Document mask(Document document) {
        return masked(document, 0);
    }

    static boolean isSecret(String key) {
        return ENDING.matcher(key.strip()).find();
    }

    private static Document masked(Document document, int depth) {
        var copy = new Document();
        document.forEach(
                (key, value) -> copy.put(key, isSecret(key) ? MASK : maskedValue(value, depth)));
        return copy;
    }

    private static @Nullable Object maskedValue(@Nullable Object value, int depth) {
        return switch (value) {
            case String text -> mask(text);
            case Document document when depth < MAX_DEPTH -> masked(document, depth + 1);
            case List<?> list when depth < MAX_DEPTH ->
                    list.stream().map(member -> maskedValue(member, depth + 1)).toList();
            case Document _, List<?> _ -> MASK;
            case null -> null;
            default -> value;
        };
    }
}
