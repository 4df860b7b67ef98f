package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.model.signal.SignalKey;

/// What the webhook tells its sender, once it is stored.
public sealed interface Receipt {

    /// The same for a signal and for each repeat of it.
    record Accepted(SignalKey key, String id, boolean repeat) implements Receipt {}

    record Refused(FieldError error) implements Receipt {}
}
