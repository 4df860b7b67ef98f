package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.BrokerBook;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StoreCopy;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// A copy of the database is taken, trading goes on, and the copy is put back.
@OnSuites
class RestoreIT {

    private final Suite suite;
    private final ReadApi api;

    RestoreIT(Suite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(
                new StrategiesFile()
                        .account("paper")
                        .strategy(
                                "swing",
                                "paper",
                                "sizing: {mode: as_signalled}",
                                "pyramiding: 10"));
    }

    @Test
    void isHaltedUntilAPersonAcceptsAndThenTradesInANewEpoch() {
        String kept = filledOrder("kept");
        var copies = new ArrayList<StoreCopy>();
        suite.whileStopped(store -> copies.add(StoreCopy.of(store)));
        StoreCopy backup = copies.getFirst();
        backup.add("trading_signals", outside("left-over"));
        String lost = filledOrder("lost");

        suite.whileStopped(backup::putBack);

        assertThat(decision("refused").path("code").asString()).isEqualTo("TRADING_HALTED");
        awaitState("HALTED");
        api.awaitSignal(
                "swing:left-over",
                "RESTORED",
                signal -> signal.path("status").asString().equals("RESTORED"));
        assertThat(api.signal("swing:lost")).isEmpty();
        assertThat(api.all("orders"))
                .extracting(order -> order.path("clientOrderId").asString())
                .containsExactly(kept);

        suite.whileStopped(store -> {
            List<Document> journal = journal(store);
            assertThat(journal.subList(0, backup.journal().size())).isEqualTo(backup.journal());
            assertThat(journal)
                    .filteredOn(entry -> entry.getString("key").startsWith("restored:"))
                    .hasSize(1);
            assertThat(BrokerBook.of(store).orders()).containsExactly(kept);
            ask(store, "1", "ACCEPT");
            ask(store, "2", "RESUME");
        });

        awaitState("ACTIVE");
        String next = filledOrder("next");
        // The first five letters are the epoch.
        assertThat(next.substring(0, 5))
                .isNotEqualTo(kept.substring(0, 5))
                .isNotEqualTo(lost.substring(0, 5));
        Await.until(
                "what was kept and what came next are held",
                () ->
                        api.all("positions").stream()
                                .anyMatch(held -> held.path("quantity").asString("").equals("4")),
                () -> api.all("positions"));
        Accounts.awaitMarked(api, "paper");
        Accounts.assertEquation(api, "paper");
    }

    private static Document outside(String id) {
        return new Document("_id", id)
                .append("strategy", "swing")
                .append("signal_id", id)
                .append("ticker", "AAPL")
                .append("action", "buy")
                .append("quantity", 1)
                .append("price", 190);
    }

    private JsonNode decision(String id) {
        suite.webhook()
                .postUntilTaken(
                        "swing",
                        "{\"signal_id\": \"%s\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 2, \"price\": 190}"
                                .formatted(id));
        return api.awaitDecision("swing:" + id).path("decision");
    }

    private String filledOrder(String id) {
        assertThat(decision(id).path("code").asString()).isEqualTo("APPROVED");
        JsonNode order =
                Await.value(
                        id + " is filled",
                        () ->
                                api.all("orders", "status", "FILLED").stream()
                                        .filter(one -> one.path("signalId").asString().equals(id))
                                        .findFirst(),
                        () -> api.all("orders"));
        return order.path("clientOrderId").asString();
    }

    private void awaitState(String state) {
        Await.until(
                "the account is " + state,
                () ->
                        api.all("accounts").stream()
                                .anyMatch(account ->
                                        account.path("state").asString("").equals(state)),
                () -> api.all("accounts"));
    }

    private static List<Document> journal(MongoDatabase store) {
        return store.getCollection("journal")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private static void ask(MongoDatabase store, String id, String action) {
        store.getCollection("control_commands")
                .insertOne(
                        new Document("_id", id)
                                .append("open", true)
                                .append("action", action)
                                .append("scope", "account paper")
                                .append("by", "a test")
                                .append("at", Date.from(Instant.now())));
    }
}
