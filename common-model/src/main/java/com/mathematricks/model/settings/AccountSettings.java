package com.mathematricks.model.settings;

import com.mathematricks.model.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;

/// An account at a broker as its owner set it up.
///
/// @param cash what a paper account opens with
/// @param allowShort false: no strategy may make the account's sum short
public record AccountSettings(
        AccountId id,
        int version,
        Instant changedAt,
        BrokerName broker,
        Currency currency,
        BigDecimal cash,
        boolean allowShort,
        Limits limits) {

    public AccountSettings {
        if (version < 1 || cash.signum() <= 0) {
            throw new IllegalArgumentException(
                    "account %s: version %d, cash %s".formatted(id, version, cash));
        }
    }
}
