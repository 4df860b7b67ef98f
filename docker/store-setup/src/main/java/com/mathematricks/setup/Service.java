package com.mathematricks.setup;

/// Who has a user, and a role of the same name.
public enum Service {
    TRADER_ENGINE("trader-engine", "mongodb_engine_password"),
    SIGNAL_COLLECTOR("signal-collector", "mongodb_collector_password"),
    TELEGRAM_NOTIFIER("telegram-notifier", "mongodb_notifier_password"),
    DASHBOARD("dashboard", "mongodb_dashboard_password");

    private final String user;
    private final String secret;

    Service(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    public String user() {
        return user;
    }

    /// The secret that holds the password.
    String secret() {
        return secret;
    }
}
