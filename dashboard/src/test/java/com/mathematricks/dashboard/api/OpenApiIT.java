package com.mathematricks.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.dashboard.ledger.Equity;
import com.mathematricks.dashboard.ledger.JournalEntry;
import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerAccount;
import com.mathematricks.dashboard.ledger.LedgerFill;
import com.mathematricks.dashboard.ledger.LedgerOrder;
import com.mathematricks.dashboard.ledger.LedgerPosition;
import com.mathematricks.dashboard.overview.ServiceStatus;
import com.mathematricks.dashboard.overview.Services;
import com.mathematricks.dashboard.signals.Decision;
import com.mathematricks.dashboard.signals.SignalError;
import com.mathematricks.dashboard.signals.SignalStories;
import com.mathematricks.dashboard.signals.SignalStory;
import com.mathematricks.dashboard.signals.SignalTimings;
import com.mathematricks.dashboard.store.Filter;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.strategies.ListedStrategy;
import com.mathematricks.dashboard.strategies.Strategies;
import com.mathematricks.model.settings.AccountSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The description is written by hand; this holds it against the code.
class OpenApiIT {

    private static final Map<String, Class<?>> RECORDS =
            Map.ofEntries(
                    Map.entry("Order", LedgerOrder.class),
                    Map.entry("Fill", LedgerFill.class),
                    Map.entry("Position", LedgerPosition.class),
                    Map.entry("Account", LedgerAccount.class),
                    Map.entry("Equity", Equity.class),
                    Map.entry("JournalEntry", JournalEntry.class),
                    Map.entry("Signal", SignalStory.class),
                    Map.entry("Decision", Decision.class),
                    Map.entry("Check", Decision.Check.class),
                    Map.entry("SignalError", SignalError.class),
                    Map.entry("SignalTimings", SignalTimings.class),
                    Map.entry("Strategy", ListedStrategy.class),
                    Map.entry("AccountSettings", AccountSettings.class),
                    Map.entry("Service", ServiceStatus.class));

    private static final Map<String, Listing<?>> LISTS =
            Map.of(
                    "signals", SignalStories.LISTING,
                    "orders", Ledger.ORDERS,
                    "fills", Ledger.FILLS,
                    "positions", Ledger.POSITIONS,
                    "accounts", Ledger.ACCOUNTS,
                    "equity", Ledger.EQUITY,
                    "journal", Ledger.JOURNAL,
                    "strategies", Strategies.LISTING,
                    "services", Services.LISTING);

    private static TestStore store;
    private static RunningDashboard dashboard;
    private static JsonNode description;

    @BeforeAll
    static void start() {
        store = TestStore.open();
        dashboard = RunningDashboard.start(store.uri());
        description = dashboard.json("/openapi.json");
    }

    @AfterAll
    static void stop() {
        dashboard.close();
        store.close();
    }

    @Test
    void describesExactlyThePathsThatAreMapped() {
        var mapped = new TreeSet<String>();
        dashboard
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/"))
                                .map(path -> path.replace("{*", "{"))
                                .forEach(mapped::add));

        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrderElementsOf(mapped)
                .hasSize(11);
    }

    @Test
    void describesExactlyTheFieldsThatAreAnswered() {
        RECORDS.forEach((name, type) ->
                assertThat(schema(name).get("properties").propertyNames())
                        .as(name)
                        .containsExactlyElementsOf(
                                Arrays.stream(type.getRecordComponents())
                                        .map(component -> component.getName())
                                        .toList()));
    }

    @Test
    void describesExactlyTheParametersThatAreAccepted() {
        LISTS.forEach((list, listing) -> {
            List<String> expected = new ArrayList<>(List.of("cursor", "limit"));
            listing.filters().stream().map(Filter::name).forEach(expected::add);
            List<String> described = new ArrayList<>();
            description
                    .get("paths")
                    .get("/api/v1/" + list)
                    .get("get")
                    .get("parameters")
                    .forEach(parameter -> described.add(name(parameter)));
            assertThat(described).as(list).isEqualTo(expected);
        });
    }

    private static String name(JsonNode parameter) {
        return parameter.has("name")
                ? parameter.get("name").asString()
                : parameter.get("$ref").asString().replaceAll(".*/", "");
    }

    private static JsonNode schema(String name) {
        return description.get("components").get("schemas").get(name);
    }
}
