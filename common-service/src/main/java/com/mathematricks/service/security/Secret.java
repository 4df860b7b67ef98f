package com.mathematricks.service.security;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What every secret has to be: there, long enough, and not the word that stood in its place.
public final class Secret {

    /// `changeme`, `your-password`, `<token>`, `guest`, a character again and again.
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "(change|replace)[-_ ]?(me|this|it)\\b.*|changeme.*"
                            + "|((my|your|the|a|some|default|example|test|secret|api|internal)[-_ ]?)*"
                            + "(password|passwort|secret|token|key|example|default|guest|admin|root)"
                            + "[-_ 0-9!]*"
                            + "|<.*>|\\$\\{.*|(.)\\6*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Secret() {}

    /// @param name by which a person knows it
    /// @param file where it can be put
    /// @throws RefusedSecretException where it is none
    public static String require(String name, @Nullable String value, int shortest, String file) {
        String trouble = trouble(value, shortest);
        if (!trouble.isEmpty()) {
            throw new RefusedSecretException(
                    "%s %s: at least %d characters that nobody can guess are needed, put them in %s"
                            .formatted(name, trouble, shortest, file));
        }
        return String.valueOf(value);
    }

    private static String trouble(@Nullable String value, int shortest) {
        if (value == null) {
            return "is missing";
        }
        if (value.isBlank()) {
            return "is empty";
        }
        if (PLACEHOLDER.matcher(value.strip()).matches()) {
            return "is a default or a placeholder";
        }
        return value.length() < shortest ? "is too short" : "";
    }
}
