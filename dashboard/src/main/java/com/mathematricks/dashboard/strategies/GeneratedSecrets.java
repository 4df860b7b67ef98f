package com.mathematricks.dashboard.strategies;

import java.util.Map;

/// Where generated credentials go in plain text, once, before only their hashes are kept. Whoever
/// starts the dashboard inside a larger program may bring another one as a bean.
public interface GeneratedSecrets {

    /// Returns when they are safely kept.
    ///
    /// @param credentials by name: `webhook.key.STRATEGY`, `webhook.secret.STRATEGY`
    void keep(Map<String, String> credentials);
}
