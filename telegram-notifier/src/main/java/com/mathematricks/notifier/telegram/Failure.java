package com.mathematricks.notifier.telegram;

import java.time.Duration;

/// Why Telegram did not do what was asked, by what can be done about it.
public sealed interface Failure {

    /// For a person, without the token.
    String reason();

    /// Too much at once: nothing before `time` is over.
    record Limited(Duration time) implements Failure {

        @Override
        public String reason() {
            return "Telegram asks to wait %d s".formatted(time.toSeconds());
        }
    }

    /// This message will never be taken.
    record Refused(String reason) implements Failure {}

    /// Nothing can be sent to this chat until a person does something: the bot is blocked, or was
    /// never started there.
    record ChatClosed(String reason) implements Failure {}

    /// Not reached, or in trouble. Where the connection broke nobody knows whether the message
    /// arrived.
    record Unavailable(String reason) implements Failure {}

    /// The token is not one of a bot.
    record BadToken() implements Failure {

        @Override
        public String reason() {
            return "Telegram does not know the token: check trader.telegram.token, ./trader telegram helps";
        }
    }

    /// Somebody else reads the updates of this bot: a second notifier, or a webhook.
    record ReadElsewhere(String reason) implements Failure {}
}
