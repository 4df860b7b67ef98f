package com.mathematricks.engine.intake;

/// A signal that can never be decided, however often it is sent.
final class InvalidSignalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidSignalException(String message) {
        super(message);
    }
}
