package com.mathematricks.dashboard.signals;

import org.jspecify.annotations.Nullable;

/// Why a signal was refused.
public record SignalError(
        @Nullable String field,
        @Nullable String value,
        @Nullable String accepted,
        @Nullable String text) {}
