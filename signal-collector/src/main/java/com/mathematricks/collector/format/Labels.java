package com.mathematricks.collector.format;

import org.jspecify.annotations.Nullable;

/// What a message says about itself, unchecked: nothing here is proof of who sent it.
///
/// @param environment lower case
public record Labels(
        @Nullable String strategy,
        @Nullable String id,
        @Nullable String passphrase,
        @Nullable String environment) {

    static final Labels NONE = new Labels(null, null, null, null);

    /// Never shows the passphrase.
    @Override
    public String toString() {
        return "Labels[strategy=%s, id=%s, environment=%s]".formatted(strategy, id, environment);
    }
}
