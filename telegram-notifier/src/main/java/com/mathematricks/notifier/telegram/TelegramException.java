package com.mathematricks.notifier.telegram;

/// Telegram did not do what was asked. It carries no cause, because the library's exceptions may
/// name the address, and the address holds the token.
public final class TelegramException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public TelegramException(Failure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
