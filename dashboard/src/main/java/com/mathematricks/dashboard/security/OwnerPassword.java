package com.mathematricks.dashboard.security;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The one owner's password: `trader.dashboard.password`.
@ConfigurationProperties("trader.dashboard")
record OwnerPassword(String password) {

    private static final int SHORTEST = 12;

    /// More bytes do not enter a bcrypt hash.
    private static final int MOST_BYTES = 72;

    @SuppressWarnings("NullAway") // the property may be missing
    OwnerPassword {
        if (password == null
                || password.length() < SHORTEST
                || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "trader.dashboard.password: "
                            + SHORTEST
                            + " characters to "
                            + MOST_BYTES
                            + " bytes are needed, put it in /run/secrets/trader.dashboard.password");
        }
    }

    @Override
    public String toString() {
        return "OwnerPassword[…]";
    }
}
