package com.mathematricks.standalone.store;

/// The store could not be opened; the message says why and what helps.
public final class EmbeddedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
