package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// All that is derived from the journal can be dropped and comes back as it was.
@OnSuites
class RebuildIT {

    /// What follows prices, not the journal.
    private static final List<String> MARKS =
            List.of(
                    "unrealizedPnl",
                    "markPrice",
                    "pricedAt",
                    "priceSource",
                    "priceStale",
                    "markedAt",
                    "equity");

    private final Suite suite;
    private final ReadApi api;

    RebuildIT(Suite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(
                new StrategiesFile()
                        .account("first", "allow_short: true")
                        .account("second")
                        .strategy(
                                "swing",
                                "first",
                                "sizing: {mode: as_signalled}",
                                "pyramiding: 10",
                                "allow_short: true")
                        .strategy("demo", "second", StrategiesFile.demoLines()));
    }

    @Test
    void makesTheSameAnewFromTheJournal() {
        trade();
        Map<String, List<JsonNode>> before = derived();

        suite.rebuild();

        // An account's trading state is written beside the marks, a moment later.
        Await.until("the same as before", () -> derived().equals(before), this::derived);
        Map<String, List<JsonNode>> after = derived();
        before.forEach((list, items) ->
                assertThat(after.get(list)).as(list).containsExactlyElementsOf(items));
        for (String account : List.of("first", "second")) {
            Accounts.awaitMarked(api, account);
            Accounts.assertEquation(api, account);
        }
        goesOnAfterwards();
    }

    private void trade() {
        for (String body :
                List.of(
                        "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 5, \"price\": 190}",
                        "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 3, \"price\": 191}",
                        "{\"ticker\": \"AAPL\", \"action\": \"sell\", \"quantity\": 10, \"price\": 192}",
                        "{\"ticker\": \"MSFT\", \"action\": \"buy\", \"quantity\": 2, \"price\": 420}",
                        "{\"ticker\": \"MSFT\", \"action\": \"exit\", \"price\": 421}",
                        "{\"ticker\": \"NVDA\", \"action\": \"exit\", \"price\": 100}",
                        "{\"ticker\": \"BTCUSDT\", \"action\": \"buy\", \"quantity\": 0.01, \"price\": 65000}")) {
            filled("swing", body);
        }
        filled("demo", "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"price\": 190}");
        // It rests: far below the market.
        Answer resting =
                suite.webhook()
                        .post(
                                "swing",
                                "{\"ticker\": \"MSFT\", \"action\": \"buy\", \"quantity\": 1, \"price\": 420, \"order_type\": \"LIMIT\", \"limit_price\": 410}");
        api.awaitSignal(
                resting.text("key"),
                "resting",
                signal ->
                        signal.path("orders").size() == 1
                                && signal.path("orders")
                                        .get(0)
                                        .path("status")
                                        .asString()
                                        .equals("ACCEPTED"));
    }

    private void filled(String strategy, String body) {
        Answer answer = suite.webhook().post(strategy, body);
        JsonNode signal = api.awaitDecision(answer.text("key"));
        if (!signal.path("decision").path("outcome").asString().equals("DENIED")) {
            api.awaitSignal(
                    answer.text("key"),
                    "filled",
                    story ->
                            !story.path("orders").isEmpty()
                                    && story.path("orders")
                                            .valueStream()
                                            .allMatch(order ->
                                                    order.path("status")
                                                            .asString()
                                                            .equals("FILLED")));
        }
    }

    private Map<String, List<JsonNode>> derived() {
        var lists = new TreeMap<String, List<JsonNode>>();
        for (String list : List.of("signals", "orders", "fills", "positions", "accounts")) {
            var items = new ArrayList<JsonNode>();
            for (JsonNode item : api.all(list)) {
                ((ObjectNode) item).remove(MARKS);
                items.add(item);
            }
            lists.put(list, items);
        }
        return lists;
    }

    private void goesOnAfterwards() {
        filled(
                "swing",
                "{\"signal_id\": \"after\", \"ticker\": \"AAPL\", \"action\": \"exit\", \"price\": 193}");
        assertThat(api.signal("after").orElseThrow().path("fills")).hasSize(1);
    }
}
