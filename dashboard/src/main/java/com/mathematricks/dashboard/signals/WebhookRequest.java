package com.mathematricks.dashboard.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call of the webhook, refused ones too, as the collector noted it.
public record WebhookRequest(
        @Nullable Instant at,
        @Nullable String address,
        @Nullable String path,
        @Nullable Integer status,
        @Nullable String cause,
        @Nullable String cure) {}
