package com.mathematricks.engine.strategy;

import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// The settings as they are stored, at hand for the deciding thread. Read anew every few seconds,
/// and when a signal names a strategy that is not known yet.
public final class SettingsStore {

    private static final String OVERALL = "overall";

    private final MongoDatabase store;
    private volatile Settings settings = Settings.NONE;

    public SettingsStore(MongoDatabase store) {
        this.store = store;
    }

    public Settings settings() {
        return settings;
    }

    public void refresh() {
        List<StrategySettings> strategies =
                store.getCollection(Collections.STRATEGIES)
                        .find()
                        .map(document -> Documents.read(document, StrategySettings.class))
                        .into(new ArrayList<>());
        List<AccountSettings> accounts =
                store.getCollection(Collections.ACCOUNT_SETTINGS)
                        .find(Filters.ne("_id", OVERALL))
                        .map(document -> Documents.read(document, AccountSettings.class))
                        .into(new ArrayList<>());
        settings = new Settings(strategies, accounts, overall());
    }

    public void refreshUnlessKnown(StrategyName strategy) {
        if (settings.strategy(strategy).isEmpty()) {
            refresh();
        }
    }

    private Limits overall() {
        Document found =
                store.getCollection(Collections.ACCOUNT_SETTINGS)
                        .find(Filters.eq("_id", OVERALL))
                        .first();
        Document limits = found == null ? null : found.get("limits", Document.class);
        return limits == null ? Limits.UNSET : Documents.read(limits, Limits.class);
    }
}
