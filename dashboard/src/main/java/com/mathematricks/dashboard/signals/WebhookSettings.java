package com.mathematricks.dashboard.signals;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param webhookUrl where senders post to, as seen from outside
@ConfigurationProperties("trader.dashboard")
public record WebhookSettings(@Nullable String webhookUrl) {

    private static final String LOCAL = "http://localhost:8502/webhook";

    public String url() {
        return webhookUrl == null ? LOCAL : webhookUrl;
    }
}
