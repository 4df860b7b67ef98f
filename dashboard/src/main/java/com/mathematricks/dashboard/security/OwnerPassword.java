package com.mathematricks.dashboard.security;

import com.mathematricks.service.security.RefusedSecretException;
import com.mathematricks.service.security.Secret;
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
        Secret.require(
                "trader.dashboard.password",
                password,
                SHORTEST,
                "/run/secrets/trader.dashboard.password");
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new RefusedSecretException(
                    "trader.dashboard.password is too long: %d characters to %d bytes are accepted"
                            .formatted(SHORTEST, MOST_BYTES));
        }
    }

    @Override
    public String toString() {
        return "OwnerPassword[…]";
    }
}
