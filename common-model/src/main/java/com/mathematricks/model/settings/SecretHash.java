package com.mathematricks.model.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hash of a webhook's credential: SHA-256, as 64 hexadecimal digits. Generated credentials have
/// 160 random bits, so a slow hash would add nothing but time to each signal; chosen ones must have
/// at least 16 characters.
public final class SecretHash {

    private SecretHash() {}

    public static String of(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    /// In constant time.
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                of(secret).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
