package com.mathematricks.model.settings;

/// What to do with a signal while its market is closed.
public enum WhenClosed {
    QUEUE,
    DENY
}
