package com.mathematricks.model.settings;

import com.mathematricks.model.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account at a broker as its owner set it up.
///
/// @param cash what a paper account opens with
/// @param allowShort false: no strategy may make the account's sum short
/// @param paper null: by default
public record AccountSettings(
        AccountId id,
        int version,
        Instant changedAt,
        BrokerName broker,
        Currency currency,
        BigDecimal cash,
        boolean allowShort,
        MarketHours marketHours,
        Limits limits,
        @Nullable PaperSettings paper) {

    public AccountSettings {
        // One that was stored before there were calendars.
        marketHours = marketHours == null ? MarketHours.KEEP : marketHours;
        if (version < 1 || cash.signum() <= 0) {
            throw new IllegalArgumentException(
                    "account %s: version %d, cash %s".formatted(id, version, cash));
        }
    }

    /// Of an account that fills by default.
    public AccountSettings(
            AccountId id,
            int version,
            Instant changedAt,
            BrokerName broker,
            Currency currency,
            BigDecimal cash,
            boolean allowShort,
            MarketHours marketHours,
            Limits limits) {
        this(id, version, changedAt, broker, currency, cash, allowShort, marketHours, limits, null);
    }

    public AccountSettings with(MarketHours hours) {
        return new AccountSettings(
                id, version, changedAt, broker, currency, cash, allowShort, hours, limits, paper);
    }

    public PaperSettings paperOrDefault() {
        return paper == null ? PaperSettings.DEFAULT : paper;
    }
}
