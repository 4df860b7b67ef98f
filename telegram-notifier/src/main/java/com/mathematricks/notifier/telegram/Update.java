package com.mathematricks.notifier.telegram;

import java.time.Instant;

/// What somebody did in a chat with the bot.
public sealed interface Update {

    /// Unique for the bot; the same again is the same update delivered again.
    long id();

    /// A message with text.
    ///
    /// @param at when it was sent, by Telegram's clock
    record Said(long id, Sender sender, Instant at, String text) implements Update {}

    /// A button below one of our messages was pressed.
    ///
    /// @param press what Telegram wants answered
    /// @param message that has the button
    /// @param data what we gave the button
    record Pressed(long id, Sender sender, String press, int message, String data)
            implements Update {}

    /// Nothing that concerns us.
    record Other(long id) implements Update {}

    /// @param isPrivate whether the chat is one of a single user with the bot
    /// @param name for a person
    record Sender(long chat, boolean isPrivate, long user, String name) {}
}
