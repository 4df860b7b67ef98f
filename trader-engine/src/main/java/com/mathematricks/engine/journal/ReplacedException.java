package com.mathematricks.engine.journal;

/// Another engine writes this journal now. This one must not decide or send anything more.
public final class ReplacedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ReplacedException(String message) {
        super(message);
    }
}
