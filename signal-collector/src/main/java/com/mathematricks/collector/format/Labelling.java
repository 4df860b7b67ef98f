package com.mathematricks.collector.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the labels of a message that is refused, as far as they can be read.
final class Labelling {

    private static final Pattern LABEL =
            Pattern.compile(
                    "(?<![A-Za-z0-9_])(strategy_?name|strategy|signal_?id|passphrase|environment)"
                            + "[\"“”']?\\s*+[:=]\\s*+(?:[\"“”]([^\"“”\\n]*+)[\"“”]|([^\\s\"“”,;{}\\[\\]]++))",
                    Pattern.CASE_INSENSITIVE);

    private Labelling() {}

    /// From a message whose structure is sound.
    static Labels of(Map<String, ?> tree) {
        String strategy = text(tree, "strategyname");
        return new Labels(
                strategy == null ? text(tree, "strategy") : strategy,
                text(tree, "signalid"),
                text(tree, "passphrase"),
                lowerCase(text(tree, "environment")));
    }

    /// From a message that cannot be parsed; the first of each counts.
    static Labels of(String body) {
        var found = new HashMap<String, String>();
        Matcher label = LABEL.matcher(body);
        while (label.find()) {
            String value = label.group(2) == null ? label.group(3) : label.group(2);
            found.putIfAbsent(Fields.plain(label.group(1)), value);
        }
        return of(found);
    }

    private static @Nullable String text(Map<String, ?> tree, String plain) {
        for (var entry : tree.entrySet()) {
            if (Fields.plain(entry.getKey()).equals(plain)
                    && entry.getValue() instanceof String text
                    && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
