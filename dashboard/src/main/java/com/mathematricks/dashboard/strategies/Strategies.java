package com.mathematricks.dashboard.strategies;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The strategies as they are stored, each with its trading state.
@Component
public final class Strategies {

    public static final Listing<StrategySettings> LISTING =
            Listing.of(Collections.STRATEGIES, "name", PageOrder.byId(), StrategySettings.class);

    private static final String ACTIVE = "ACTIVE";

    private final ListSource source;
    private final OwnedAccounts accounts;

    Strategies(ListSource source, OwnedAccounts accounts) {
        this.source = source;
        this.accounts = accounts;
    }

    public Page<ListedStrategy> page(ListQuery query) {
        Page<StrategySettings> page = LISTING.page(source, query);
        Map<String, String> states = states();
        Map<String, OwnedAccount> owned = owned();
        return page.map(settings -> listed(settings, states, owned));
    }

    ListedStrategy listed(StrategySettings settings) {
        return listed(settings, states(), owned());
    }

    private static ListedStrategy listed(
            StrategySettings settings,
            Map<String, String> states,
            Map<String, OwnedAccount> owned) {
        return ListedStrategy.of(
                settings,
                states.getOrDefault("strategy " + settings.name(), ACTIVE),
                Optional.ofNullable(owned.get(settings.account().value()))
                        .map(OwnedAccount::account)
                        .orElse(null),
                Optional.ofNullable(owned.get(OwnedAccount.OVERALL))
                        .map(OwnedAccount::limits)
                        .orElse(Limits.UNSET));
    }

    private Map<String, OwnedAccount> owned() {
        return accounts.all().stream()
                .collect(Collectors.toMap(OwnedAccount::id, Function.identity()));
    }

    private Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        for (Document state : source.database().getCollection(Collections.TRADING_STATES).find()) {
            states.put(state.getString("_id"), state.getString("state"));
        }
        return states;
    }
}
