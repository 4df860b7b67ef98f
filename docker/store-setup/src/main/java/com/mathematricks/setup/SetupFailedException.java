package com.mathematricks.setup;

/// Nothing that waiting would mend; the message is for a person.
final class SetupFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupFailedException(String message) {
        super(message);
    }
}
