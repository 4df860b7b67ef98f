package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// The path from an alert to a paper fill, as the README tells it.
@OnSuites
class FirstFillIT {

    private final Suite suite;
    private final ReadApi api;

    FirstFillIT(Suite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    @Test
    void turnsAnAlertIntoAPaperFill() {
        Answer answer =
                Webhook.postTo(
                        suite.keyAddress("demo"),
                        "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"price\": \"190\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.text("strategy")).isEqualTo("demo");
        JsonNode signal =
                api.awaitSignal(
                        answer.text("id"), "filled", story -> story.path("fills").size() == 1);

        assertThat(signal.path("status").asString()).isEqualTo("DECIDED");
        assertThat(signal.path("key").asString()).isEqualTo(answer.text("key"));
        JsonNode decision = signal.path("decision");
        assertThat(decision.path("outcome").asString()).isEqualTo("APPROVED");
        assertThat(decision.path("reason").asString()).isNotEmpty();
        assertThat(decision.path("checks").size()).isPositive();
        assertThat(decision.path("checks")).allMatch(check -> check.path("passed").asBoolean());

        JsonNode order = api.one("orders", _ -> true);
        assertThat(order.path("signalKey").asString()).isEqualTo(answer.text("key"));
        assertThat(order.path("status").asString()).isEqualTo("FILLED");
        assertThat(order.path("side").asString()).isEqualTo("BUY");
        assertThat(order.path("type").asString()).isEqualTo("MARKET");
        // 1,000 USD ÷ 190 = 5.26, rounded down to whole shares.
        assertThat(number(order, "quantity")).isEqualByComparingTo("5");
        assertThat(number(order, "filledQuantity")).isEqualByComparingTo("5");

        JsonNode fill = api.one("fills", _ -> true);
        assertThat(fill.path("clientOrderId").asString())
                .isEqualTo(order.path("clientOrderId").asString());
        // 190 + half spread 0.01 % + slippage 0.01 % = 190.038, to the cent against the trader.
        assertThat(number(fill, "price")).isEqualByComparingTo("190.04");
        // 5 × 0.005 = 0.025, at least 1.
        assertThat(number(fill, "fee")).isEqualByComparingTo("1");

        JsonNode position = api.one("positions", _ -> true);
        assertThat(position.path("strategy").asString()).isEqualTo("demo");
        assertThat(position.path("instrument").asString())
                .isEqualTo(fill.path("instrument").asString());
        assertThat(number(position, "quantity")).isEqualByComparingTo("5");
        assertThat(number(position, "averagePrice")).isEqualByComparingTo("190.04");

        JsonNode account = Accounts.awaitMarked(api, "paper");
        // 100,000 − 5 × 190.04 − 1.
        assertThat(number(account, "cash")).isEqualByComparingTo("99048.80");
        assertThat(number(account, "flows")).isEqualByComparingTo("100000");
        Accounts.assertEquation(api, "paper");

        sellsWhatItHolds();
    }

    private void sellsWhatItHolds() {
        Answer answer =
                Webhook.postTo(
                        suite.keyAddress("demo"),
                        "{\"ticker\": \"AAPL\", \"action\": \"exit\", \"price\": \"191\"}");
        JsonNode signal =
                api.awaitSignal(
                        answer.text("id"), "filled", story -> story.path("fills").size() == 1);

        JsonNode fill = signal.path("fills").get(0);
        // 191 − 0.02 % = 190.9618, to the cent against the trader.
        assertThat(number(fill, "price")).isEqualByComparingTo("190.96");
        Await.until(
                "realized",
                // 5 × (190.96 − 190.04).
                () -> number(account(), "realizedPnl").compareTo(new BigDecimal("4.60")) == 0,
                this::account);
        // 99,048.80 + 5 × 190.96 − 1; flat, so equity is cash.
        assertThat(number(account(), "cash")).isEqualByComparingTo("100002.60");
        Accounts.awaitMarked(api, "paper");
        Accounts.assertEquation(api, "paper");
    }

    private JsonNode account() {
        return api.one("accounts", account -> account.path("id").asString().equals("paper"));
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asString());
    }
}
