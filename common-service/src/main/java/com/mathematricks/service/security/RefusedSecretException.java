package com.mathematricks.service.security;

/// A secret is missing or could be guessed. The message names it and says what is accepted, in one
/// line, and never holds the secret.
public final class RefusedSecretException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public RefusedSecretException(String message) {
        super(message);
    }
}
