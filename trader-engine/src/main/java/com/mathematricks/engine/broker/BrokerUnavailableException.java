package com.mathematricks.engine.broker;

/// The broker gave no clear answer: what was asked may or may not have happened.
public final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokerUnavailableException(String message) {
        super(message);
    }

    public BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
