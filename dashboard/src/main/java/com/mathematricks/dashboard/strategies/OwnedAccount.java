package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The settings of an account that its owner may change, or those over all of them.
///
/// @param version 0: nobody set anything yet
/// @param account null: over all
/// @param history newest first
public record OwnedAccount(
        String id,
        int version,
        Limits limits,
        @Nullable AccountSettings account,
        List<SettingsVersion> history) {

    static final String OVERALL = "overall";

    static OwnedAccount of(Document document) {
        String id = document.getString("_id");
        List<SettingsVersion> history = new ArrayList<>();
        for (Document version : document.getList("history", Document.class, List.of())) {
            history.addFirst(Documents.read(version, SettingsVersion.class));
        }
        return new OwnedAccount(
                id,
                document.get("version", 0),
                Optional.ofNullable(document.get("limits", Document.class))
                        .map(limits -> Documents.read(limits, Limits.class))
                        .orElse(Limits.UNSET),
                id.equals(OVERALL) ? null : Documents.read(document, AccountSettings.class),
                history);
    }

    public String title() {
        return id.equals(OVERALL) ? "Over all accounts" : "Account " + id;
    }

    OwnedAccount with(Limits other) {
        return new OwnedAccount(id, version, other, account, history);
    }

    AccountRules rules() {
        return AccountRules.of(limits, account);
    }

    /// What is to be stored in place of these.
    Document fields(AccountRules rules) {
        return rules.fields(account != null);
    }

    List<SettingsVersion.Change> changes(AccountRules rules) {
        return SettingsVersion.changes(fields(rules()), fields(rules));
    }

    SettingsVersion next(AccountRules rules, Instant at, String by) {
        return new SettingsVersion(version + 1, at, by, changes(rules));
    }
}
