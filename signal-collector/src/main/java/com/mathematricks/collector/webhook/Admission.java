package com.mathematricks.collector.webhook;

import com.mathematricks.model.settings.StrategySettings;

/// Whether a credential lets somebody in, and as which strategy.
sealed interface Admission {

    record Admitted(StrategySettings strategy) implements Admission {}

    /// @param cause for the owner's list of requests; the caller learns only that it is wrong
    record Denied(String cause, String cure) implements Admission {}
}
