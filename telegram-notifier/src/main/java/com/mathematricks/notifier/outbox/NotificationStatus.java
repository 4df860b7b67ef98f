package com.mathematricks.notifier.outbox;

/// What became of a message in one chat.
public enum NotificationStatus {
    WAITING,
    /// Stored before the attempt: after a crash only what is SENDING may arrive twice.
    SENDING,
    SENT,
    /// Given up; the error says why.
    FAILED,
    /// The chat does not want this kind.
    OFF,
    /// There was no token or no chat.
    NOT_CONFIGURED
}
