package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.EntryWindow;
import com.mathematricks.model.settings.FlatBy;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A strategy as the file states it.
///
/// @param chosenSecret the passphrase in plain text; null: to be generated
record StrategyEntry(
        StrategyName name,
        AccountId account,
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
        @Nullable String chosenSecret) {

    Optional<String> secret() {
        return Optional.ofNullable(chosenSecret);
    }

    StrategySettings settings(Instant now, String keyHash, String secretHash) {
        return settings(1, now, keyHash, secretHash, false);
    }

    /// What the file states, with everything that it does not state as it is stored.
    StrategySettings over(StrategySettings stored) {
        return settings(
                stored.version(),
                stored.changedAt(),
                stored.keyHash(),
                chosenSecret == null ? stored.secretHash() : SecretHash.of(chosenSecret),
                stored.archived());
    }

    private StrategySettings settings(
            int version, Instant changedAt, String keyHash, String secretHash, boolean archived) {
        return new StrategySettings(
                name,
                version,
                changedAt,
                account,
                TradingMode.PAPER,
                capital,
                sizing,
                limits,
                allowShort,
                pyramiding,
                positionMode,
                format,
                repeatWindowSeconds,
                whenClosed,
                entryWindow,
                flatBy,
                defaultQuantity,
                defaultStopPercent,
                defaultTargetPercent,
                instruments,
                keyHash,
                secretHash,
                archived);
    }

    @Override
    public String toString() {
        return "StrategyEntry[" + name + "]";
    }
}
