package com.mathematricks.engine;

/// The engine cannot take this now; the same may be asked again.
public final class EngineBusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EngineBusyException(String message) {
        super(message);
    }
}
