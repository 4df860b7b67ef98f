package com.mathematricks.collector.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An example of `docs/signals.md` and what its marker expects.
record Example(String name, Map<String, String> expected, String body) {

    private static final Path PAGE = Path.of("..", "docs", "signals.md");
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "<!-- example: (\\S+); expect: (.*?)(?:; demo: [A-Z_]+)? -->\\n"
                            + "```(?:json|text)\\n(.*?)\\n```",
                    Pattern.DOTALL);
    private static final Pattern MARKER = Pattern.compile("<!-- example:");

    static List<Example> all() {
        String page = page();
        var examples = new ArrayList<Example>();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            var expected = new LinkedHashMap<String, String>();
            for (String pair : example.group(2).split(", (?=[A-Za-z0-9.]+=)")) {
                int equals = pair.indexOf('=');
                expected.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            examples.add(new Example(example.group(1), expected, example.group(3)));
        }
        if (examples.size() != MARKER.matcher(page).results().count()) {
            throw new IllegalStateException("a marker without a well-formed example in " + PAGE);
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

    @Override
    public String toString() {
        return name;
    }
}
