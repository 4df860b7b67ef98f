package com.mathematricks.collector.inbox;

/// Who wrote a signal into the store.
enum Source {
    WEBHOOK,
    OUTSIDE
}
