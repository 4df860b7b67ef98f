package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.service.store.Documents;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What an account's owner may change of it; over all accounts the limits alone.
record AccountRules(Limits limits, boolean allowShort, MarketHours marketHours) {

    static AccountRules of(Limits limits, @Nullable AccountSettings account) {
        return account == null
                ? new AccountRules(limits, true, MarketHours.KEEP)
                : new AccountRules(limits, account.allowShort(), account.marketHours());
    }

    /// As they are stored.
    Document fields(boolean ofAnAccount) {
        Document fields = new Document("limits", Documents.of(limits));
        return ofAnAccount
                ? fields.append("allowShort", allowShort).append("marketHours", marketHours.name())
                : fields;
    }
}
