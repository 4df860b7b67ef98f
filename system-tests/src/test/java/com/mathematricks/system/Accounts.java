package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The equation that each account has to fulfil, to the last digit: equity = start + flows +
/// realized + unrealized − fees.
final class Accounts {

    private Accounts() {}

    /// Marks follow the book within a second or two; this waits until they belong to it.
    static JsonNode awaitMarked(ReadApi api, String id) {
        return Await.value(
                "account " + id + " is marked",
                () -> Optional.of(account(api, id)).filter(account -> isExact(api, account)),
                () -> account(api, id));
    }

    static void assertEquation(ReadApi api, String id) {
        JsonNode account = account(api, id);
        assertThat(number(account, "equity"))
                .as(account.toString())
                .isEqualByComparingTo(sum(account));
        assertThat(number(account, "unrealizedPnl"))
                .as("unrealized of %s and %s", account, api.all("positions"))
                .isEqualByComparingTo(ofPositions(api, id, "unrealizedPnl"));
        assertThat(number(account, "realizedPnl"))
                .as("realized of %s and %s", account, api.all("positions"))
                .isEqualByComparingTo(ofPositions(api, id, "realizedPnl"));
    }

    private static boolean isExact(ReadApi api, JsonNode account) {
        return account.hasNonNull("equity")
                && number(account, "equity").compareTo(sum(account)) == 0
                && number(account, "unrealizedPnl")
                                .compareTo(
                                        ofPositions(
                                                api,
                                                account.path("id").asString(),
                                                "unrealizedPnl"))
                        == 0;
    }

    private static BigDecimal sum(JsonNode account) {
        return number(account, "flows")
                .add(number(account, "realizedPnl"))
                .add(number(account, "unrealizedPnl"))
                .subtract(number(account, "fees"));
    }

    private static BigDecimal ofPositions(ReadApi api, String id, String field) {
        return api.all("positions").stream()
                .filter(position -> position.path("account").asString().equals(id))
                .map(position -> number(position, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonNode account(ReadApi api, String id) {
        return api.one("accounts", account -> account.path("id").asString().equals(id));
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asString("0"));
    }
}
