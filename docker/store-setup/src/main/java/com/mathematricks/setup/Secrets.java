package com.mathematricks.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// The secrets, one a file.
record Secrets(Path folder) {

    private static final int SHORTEST = 12;

    private static final Set<String> PLACEHOLDERS =
            Set.of("changeme", "password", "secret", "example", "default", "placeholder");

    /// @throws SetupFailedException where it is missing, empty or nothing that one could not guess
    String get(String name) {
        String secret = read(name).strip();
        if (secret.isEmpty()) {
            throw refused(name, "is empty");
        }
        if (secret.length() < SHORTEST) {
            throw refused(name, "is shorter than that");
        }
        String word = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (PLACEHOLDERS.stream().anyMatch(word::startsWith)) {
            throw refused(name, "is a placeholder");
        }
        return secret;
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw refused(name, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private SetupFailedException refused(String name, String why) {
        return new SetupFailedException(
                "the secret %s needs %d characters at least, but %s %s"
                        .formatted(name, SHORTEST, folder.resolve(name), why));
    }
}
