package com.mathematricks.standalone.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The flags of a command line, `--name value` or `--name=value`, and what stands beside them.
public record Flags(Map<String, String> values, List<String> others) {

    public Flags {
        values = Map.copyOf(values);
        others = List.copyOf(others);
    }

    /// @param withValue names of the flags that take a value
    /// @param switches names of those that take none
    public static Flags parse(List<String> words, Set<String> withValue, Set<String> switches) {
        Map<String, String> values = new HashMap<>();
        List<String> others = new ArrayList<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                others.add(word);
                continue;
            }
            String[] parts = word.substring(2).split("=", 2);
            String value;
            if (switches.contains(parts[0]) && parts.length == 1) {
                value = "";
            } else if (!withValue.contains(parts[0])) {
                throw CommandFailedException.wrongUsage(unknown(word, withValue, switches));
            } else if (parts.length == 2) {
                value = parts[1];
            } else if (rest.hasNext()) {
                value = rest.next();
            } else {
                throw CommandFailedException.wrongUsage(word + " needs a value");
            }
            if (values.put(parts[0], value) != null) {
                throw CommandFailedException.wrongUsage("--" + parts[0] + " is given twice");
            }
        }
        return new Flags(values, others);
    }

    private static String unknown(String word, Set<String> withValue, Set<String> switches) {
        var known = new TreeSet<>(withValue);
        known.addAll(switches);
        return "unknown flag %s; accepted: --%s".formatted(word, String.join(", --", known));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public void requireNothingElse() {
        if (!others.isEmpty()) {
            throw CommandFailedException.wrongUsage(
                    "'%s' is not understood; values follow a flag".formatted(others.getFirst()));
        }
    }
}
