package com.mathematricks.standalone.credentials;

import java.util.LinkedHashMap;
import java.util.Map;

/// What one needs to use an installation.
///
/// @param webhookUrl posts without a key in the path go here
/// @param webhookKey key of the strategy `demo` in the webhook's path
/// @param webhookSecret passphrase of the strategy `demo`
public record Credentials(
        String dashboardUrl,
        String dashboardPassword,
        String apiToken,
        String webhookUrl,
        String webhookKey,
        String webhookSecret) {

    static final String DASHBOARD_URL = "dashboard.url";
    static final String DASHBOARD_PASSWORD = "dashboard.password";
    static final String API_TOKEN = "api.token";
    static final String WEBHOOK_URL = "webhook.url";
    static final String WEBHOOK_KEY = "webhook.key";
    static final String WEBHOOK_SECRET = "webhook.secret";

    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(DASHBOARD_URL, dashboardUrl);
        lines.put(DASHBOARD_PASSWORD, dashboardPassword);
        lines.put(API_TOKEN, apiToken);
        lines.put(WEBHOOK_URL, webhookUrl);
        lines.put(WEBHOOK_KEY, webhookKey);
        lines.put(WEBHOOK_SECRET, webhookSecret);
        return lines;
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
