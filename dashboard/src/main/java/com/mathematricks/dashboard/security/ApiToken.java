package com.mathematricks.dashboard.security;

import com.mathematricks.service.security.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The secret by which programs read the API: `trader.api-token`.
@ConfigurationProperties("trader")
record ApiToken(String apiToken) {

    private static final int SHORTEST = 16;

    @SuppressWarnings("NullAway") // the property may be missing
    ApiToken {
        Secret.require("trader.api-token", apiToken, SHORTEST, "/run/secrets/trader.api-token");
    }

    /// In constant time.
    boolean matches(String header) {
        return MessageDigest.isEqual(
                ("Bearer " + apiToken).getBytes(StandardCharsets.UTF_8),
                header.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ApiToken[…]";
    }
}
