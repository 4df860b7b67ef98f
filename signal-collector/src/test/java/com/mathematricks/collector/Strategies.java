package com.mathematricks.collector;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.TradingMode;
import com.mathematricks.model.settings.WhenClosed;
import com.mathematricks.model.settings.WireFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Strategies for tests: the key of `NAME` is `key-of-NAME`, its passphrase `secret-of-NAME`.
public final class Strategies {

    private Strategies() {}

    public static StrategySettings named(String name) {
        return named(name, 60, null, false);
    }

    public static StrategySettings withWindow(String name, int seconds) {
        return named(name, seconds, null, false);
    }

    public static StrategySettings only(String name, WireFormat format) {
        return named(name, 60, format, false);
    }

    public static StrategySettings archived(String name) {
        return named(name, 60, null, true);
    }

    /// With the credentials of another.
    public static StrategySettings sharing(String name, StrategySettings owner) {
        return settings(name, 60, null, false, owner.keyHash(), owner.secretHash());
    }

    public static String key(String name) {
        return "key-of-" + name;
    }

    public static String secret(String name) {
        return "secret-of-" + name;
    }

    private static StrategySettings named(
            String name, int repeatWindow, @Nullable WireFormat format, boolean archived) {
        return settings(
                name,
                repeatWindow,
                format,
                archived,
                SecretHash.of(key(name)),
                SecretHash.of(secret(name)));
    }

    private static StrategySettings settings(
            String name,
            int repeatWindow,
            @Nullable WireFormat format,
            boolean archived,
            String keyHash,
            String secretHash) {
        return new StrategySettings(
                new StrategyName(name),
                1,
                Instant.parse("2026-11-20T00:00:00Z"),
                new AccountId("paper"),
                TradingMode.PAPER,
                new BigDecimal("100000"),
                Sizing.AS_SIGNALLED,
                Limits.UNSET,
                false,
                1,
                PositionMode.STATED,
                format,
                repeatWindow,
                WhenClosed.QUEUE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                keyHash,
                secretHash,
                archived);
    }
}
