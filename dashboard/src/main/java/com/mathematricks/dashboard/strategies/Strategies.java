package com.mathematricks.dashboard.strategies;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The strategies as they are stored, each with its trading state.
@Component
public final class Strategies {

    public static final Listing<StrategySettings> LISTING =
            Listing.of(Collections.STRATEGIES, "name", PageOrder.byId(), StrategySettings.class);

    private static final String ACTIVE = "ACTIVE";

    private final ListSource source;

    Strategies(ListSource source) {
        this.source = source;
    }

    public Page<ListedStrategy> page(ListQuery query) {
        Map<String, String> states = states();
        return LISTING.page(source, query)
                .map(settings ->
                        ListedStrategy.of(
                                settings,
                                states.getOrDefault("strategy " + settings.name(), ACTIVE)));
    }

    String stateOf(String name) {
        return states().getOrDefault("strategy " + name, ACTIVE);
    }

    private Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        for (Document state : source.database().getCollection(Collections.TRADING_STATES).find()) {
            states.put(state.getString("_id"), state.getString("state"));
        }
        return states;
    }
}
