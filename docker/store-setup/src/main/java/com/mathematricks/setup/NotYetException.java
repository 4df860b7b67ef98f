package com.mathematricks.setup;

/// The server answers, but not yet as it will; the message says what is waited for.
final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYetException(String message) {
        super(message);
    }
}
