package com.mathematricks.notifier.message;

import java.time.Instant;

/// Brings a message to the owner. Returns once it is stored for every chat; throws where it has to
/// be tried again.
public interface Messenger {

    /// @param id of what it tells; told once, however often it is given
    /// @param at when that happened
    void send(String id, Instant at, Message message);
}
