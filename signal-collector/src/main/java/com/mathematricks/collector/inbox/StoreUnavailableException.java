package com.mathematricks.collector.inbox;

/// The store did not confirm in time. What was written may or may not be there.
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String doing, Throwable cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
