package com.mathematricks.service.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The secret by which our services know each other: `trader.internal-token`, at least 16
/// characters, sent as `Authorization: Bearer …`.
@ConfigurationProperties("trader")
public record InternalToken(String internalToken) {

    private static final int SHORTEST = 16;

    public InternalToken {
        Secret.require(
                "trader.internal-token",
                internalToken,
                SHORTEST,
                "/run/secrets/trader.internal-token");
    }

    public String header() {
        return "Bearer " + internalToken;
    }

    /// In constant time.
    public boolean matches(String header) {
        return MessageDigest.isEqual(
                header().getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "InternalToken[…]";
    }
}
