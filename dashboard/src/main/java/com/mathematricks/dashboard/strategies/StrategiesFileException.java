package com.mathematricks.dashboard.strategies;

/// `strategies.yml` states something that cannot be honoured. The message says where, what, and
/// what would be accepted, and never holds a secret.
public final class StrategiesFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    StrategiesFileException(String file, int line, String text) {
        super("%s line %d: %s".formatted(file, line, text));
        this.text = text;
    }

    StrategiesFileException(String text) {
        super(text);
        this.text = text;
    }

    StrategiesFileException(String text, Throwable cause) {
        super(text, cause);
        this.text = text;
    }

    /// The message without the place, for a form.
    String text() {
        return text;
    }
}
