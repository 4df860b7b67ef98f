package com.mathematricks.model.settings;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategy as its owner set it up. A change makes a new version; each decision names the version
/// that it used.
///
/// @param version 1, 2, 3, …
/// @param capital money of the account's currency that the strategy starts with
/// @param pyramiding entries in one direction that a bare buy or sell may build up, 1 or more
/// @param format the only wire format that is accepted; null: any
/// @param repeatWindowSeconds how long an equal body without an id counts as a repeat; 0: never
/// @param entryWindow when it may open; null: always
/// @param flatBy when it is closed each day; null: never
/// @param defaultQuantity used by `as_signalled` where the sender gives none
/// @param defaultStopPercent how far from its price the stop of an entry lies that states none;
///   above 0; null: no stop
/// @param defaultTargetPercent the same of the target
/// @param instruments ids or symbols that may be traded; empty: all
/// @param keyHash hash of the credential in the webhook's path
/// @param secretHash hash of the passphrase; see `SecretHash` for the form of both
/// @param archived true: takes no signals any more
public record StrategySettings(
        StrategyName name,
        int version,
        Instant changedAt,
        AccountId account,
        TradingMode mode,
        BigDecimal capital,
        Sizing sizing,
        Limits limits,
        boolean allowShort,
        int pyramiding,
        PositionMode positionMode,
        @Nullable WireFormat format,
        int repeatWindowSeconds,
        WhenClosed whenClosed,
        @Nullable EntryWindow entryWindow,
        @Nullable FlatBy flatBy,
        @Nullable Quantity defaultQuantity,
        @Nullable Percentage defaultStopPercent,
        @Nullable Percentage defaultTargetPercent,
        List<String> instruments,
        String keyHash,
        String secretHash,
        boolean archived) {

    public StrategySettings {
        instruments = List.copyOf(instruments);
        if (version < 1 || pyramiding < 1 || repeatWindowSeconds < 0 || capital.signum() <= 0) {
            throw new IllegalArgumentException(
                    "strategy %s: version %d, pyramiding %d, repeat window %d, capital %s"
                            .formatted(name, version, pyramiding, repeatWindowSeconds, capital));
        }
        if (isNotPositive(defaultStopPercent) || isNotPositive(defaultTargetPercent)) {
            throw new IllegalArgumentException(
                    "strategy %s: default stop %s, default target %s"
                            .formatted(name, defaultStopPercent, defaultTargetPercent));
        }
    }

    private static boolean isNotPositive(@Nullable Percentage percentage) {
        return percentage != null && percentage.percent().signum() <= 0;
    }
}
