package com.mathematricks.standalone.launch;

import org.jspecify.annotations.Nullable;

/// A part of the suite did not start.
public final class StartFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int MOST_CHARACTERS = 300;

    private final String part;

    StartFailedException(String part, @Nullable Throwable cause) {
        super(part + " did not start", cause);
        this.part = part;
    }

    /// One line, from the innermost cause, which is the one that a person can do something about.
    public String line() {
        Throwable innermost = this;
        for (Throwable next = getCause(); next != null; next = next.getCause()) {
            innermost = next;
        }
        String why = String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
        return "%s did not start: %s"
                .formatted(
                        part,
                        why.length() > MOST_CHARACTERS
                                ? why.substring(0, MOST_CHARACTERS) + "…"
                                : why);
    }
}
