package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.EntryWindow;
import com.mathematricks.model.settings.FlatBy;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.WireFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategy's settings for all to see, which its credentials' hashes are not.
///
/// @param state its own trading state; that of its account or of all may be stricter
/// @param accountSettings null: there is no such account any more
/// @param overallLimits of these, the account's and its own the strictest hold
public record ListedStrategy(
        String name,
        int version,
        Instant changedAt,
        String account,
        String mode,
        BigDecimal capital,
        Sizing sizing,
        Limits limits,
        boolean allowShort,
        int pyramiding,
        String positionMode,
        @Nullable WireFormat format,
        int repeatWindowSeconds,
        String whenClosed,
        @Nullable EntryWindow entryWindow,
        @Nullable FlatBy flatBy,
        @Nullable Quantity defaultQuantity,
        @Nullable Percentage defaultStopPercent,
        @Nullable Percentage defaultTargetPercent,
        List<String> instruments,
        boolean archived,
        String state,
        @Nullable AccountSettings accountSettings,
        Limits overallLimits) {

    static ListedStrategy of(
            StrategySettings settings,
            String state,
            @Nullable AccountSettings account,
            Limits overall) {
        return new ListedStrategy(
                settings.name().value(),
                settings.version(),
                settings.changedAt(),
                settings.account().value(),
                settings.mode().name(),
                settings.capital(),
                settings.sizing(),
                settings.limits(),
                settings.allowShort(),
                settings.pyramiding(),
                settings.positionMode().name(),
                settings.format(),
                settings.repeatWindowSeconds(),
                settings.whenClosed().name(),
                settings.entryWindow(),
                settings.flatBy(),
                settings.defaultQuantity(),
                settings.defaultStopPercent(),
                settings.defaultTargetPercent(),
                settings.instruments(),
                settings.archived(),
                state,
                account,
                overall);
    }
}
