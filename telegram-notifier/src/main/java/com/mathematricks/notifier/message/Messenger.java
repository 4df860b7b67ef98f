package com.mathematricks.notifier.message;

/// Brings a message to the owner. Returns once somebody else is responsible for it; throws where it
/// has to be tried again.
public interface Messenger {

    void send(String text);
}
