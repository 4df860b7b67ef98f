package com.mathematricks.engine.store;

/// The service is stopping, so nothing is waited for any more.
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoppedException() {
        super("the engine is stopping");
    }
}
