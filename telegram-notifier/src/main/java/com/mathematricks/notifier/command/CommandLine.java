package com.mathematricks.notifier.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A message that begins with a slash, in its parts.
///
/// @param name lower case, without the slash
/// @param bot whom it names behind an @, empty where nobody: in a group there may be several bots
record CommandLine(String name, String bot, List<String> words) {

    CommandLine {
        words = List.copyOf(words);
    }

    static Optional<CommandLine> parse(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("/")) {
            return Optional.empty();
        }
        List<String> words = Stream.of(stripped.substring(1).split("\\s+")).toList();
        String[] address = words.getFirst().split("@", 2);
        return Optional.of(
                new CommandLine(
                        address[0].toLowerCase(Locale.ROOT),
                        address.length == 2 ? address[1] : "",
                        words.subList(1, words.size())));
    }

    boolean isFor(String username) {
        return bot.isEmpty() || bot.equalsIgnoreCase(username);
    }

    /// Names may contain spaces.
    String rest() {
        return String.join(" ", words);
    }
}
