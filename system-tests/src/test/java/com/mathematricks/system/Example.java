package com.mathematricks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An example of `docs/signals.md`, with what the line before it says becomes of it.
///
/// @param expected what is read from the body, or `refused` with the field
/// @param decided code by which a strategy like `demo`, holding nothing, decides; empty: the page
///   does not say
record Example(String name, Map<String, String> expected, String decided, String body) {

    private static final Path PAGE = Path.of("..", "docs", "signals.md");
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "<!-- example: (\\S+); expect: (.*?)(?:; demo: ([A-Z_]+))? -->\\n"
                            + "```(?:json|text)\\n(.*?)\\n```",
                    Pattern.DOTALL);

    static List<Example> all() {
        var examples = new ArrayList<Example>();
        Matcher found = EXAMPLE.matcher(page());
        while (found.find()) {
            var expected = new HashMap<String, String>();
            for (String pair : found.group(2).split(", (?=[A-Za-z0-9.]+=)")) {
                String[] parts = pair.split("=", 2);
                expected.put(parts[0], parts[1]);
            }
            String decided = found.group(3) == null ? "" : found.group(3);
            examples.add(new Example(found.group(1), expected, decided, found.group(4)));
        }
        return examples;
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRefused() {
        return expected.containsKey("refused");
    }

    boolean isPrice() {
        return expected.containsKey("alert");
    }

    @Override
    public String toString() {
        return name;
    }
}
