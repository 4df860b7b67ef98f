package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.ProcessSuite;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// Signals that another program inserts into the database. The embedded store has no other writers.
@OnSuites(SuiteKind.PROCESSES)
class OutsideWriterIT {

    private static final int MANY = 40;

    private final ProcessSuite suite;
    private final ReadApi api;

    OutsideWriterIT(Suite suite) {
        this.suite = (ProcessSuite) suite;
        this.api = suite.api();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(
                new StrategiesFile()
                        .account("paper", "limits: {max_orders_per_minute: none}")
                        .strategy(
                                "outside",
                                "paper",
                                "sizing: {mode: as_signalled}",
                                "pyramiding: 1000",
                                "limits: {max_orders_per_minute: none, max_position_percent: none}")
                        .strategy("other", "paper", StrategiesFile.demoLines()));
    }

    @Test
    void relaysWhatOthersInsertInTheirOrder() {
        var documents = new ArrayList<Document>();
        for (int i = 0; i < MANY; i++) {
            documents.add(order("many-" + i, "buy", 1));
        }

        insert(documents);

        List<JsonNode> decided =
                IntStream.range(0, MANY)
                        .mapToObj(i -> api.awaitDecision("outside:many-" + i))
                        .toList();
        assertThat(decided)
                .extracting(signal -> signal.path("source").asString())
                .containsOnly("OUTSIDE");
        assertThat(decided)
                .extracting(signal -> signal.path("decision").path("sequence").asLong())
                .isSorted();
        assertThat(decided)
                .extracting(signal -> signal.path("decision").path("code").asString())
                .containsOnly("APPROVED");
        Await.until(
                "all filled",
                () -> api.all("fills", "strategy", "outside").size() >= MANY,
                () -> api.all("orders", "strategy", "outside"));
    }

    @Test
    void takesItsOwnIdAndTheWholeMessageAsText() {
        var byObjectId = new ObjectId();
        insert(
                List.of(
                        order(null, "buy", 1).append("_id", byObjectId),
                        new Document("_id", "as-text")
                                .append(
                                        "raw",
                                        "{\"strategy\": \"outside\", \"ticker\": \"MSFT\", \"action\": \"buy\", \"quantity\": 1, \"price\": 420, \"passphrase\": \"never-shown-again\"}")));

        JsonNode own = api.awaitDecision("outside:" + byObjectId.toHexString());
        JsonNode text = api.awaitDecision("outside:as-text");

        assertThat(own.path("decision").path("code").asString()).isEqualTo("APPROVED");
        assertThat(text.path("decision").path("code").asString()).isEqualTo("APPROVED");
        assertThat(text.path("raw").asString()).doesNotContain("never-shown-again");
        suite.inStore(store ->
                assertThat(
                                store.getCollection("trading_signals")
                                        .find(new Document("_id", "as-text"))
                                        .first())
                        .asString()
                        .doesNotContain("never-shown-again"));
    }

    @Test
    void refusesWhatIsNoSignalAndGoesOn() {
        insert(
                List.of(
                        new Document("_id", "no-signal-1").append("hello", "world"),
                        new Document("_id", "no-signal-2"),
                        new Document("_id", 3).append("raw", 17),
                        new Document("_id", "no-signal-4").append("raw", "not a signal at all"),
                        new Document("_id", "no-signal-5")
                                .append("strategy", "nobody-knows-it")
                                .append("ticker", "AAPL")
                                .append("action", "buy"),
                        new Document("_id", "no-signal-6")
                                .append("strategy", "outside")
                                .append("ticker", "AAPL")
                                .append("action", "buy")
                                .append("quantity", Double.NaN),
                        new Document("_id", "no-signal-7").append("intake", "mine"),
                        nested(80).append("_id", "no-signal-8"),
                        order("behind-them", "buy", 1)));

        assertThat(
                        api.awaitDecision("outside:behind-them")
                                .path("decision")
                                .path("code")
                                .asString())
                .isEqualTo("APPROVED");
        // A signal well enough, of a strategy that nobody set up: the engine says so.
        assertThat(
                        api.awaitDecision("nobody-knows-it:no-signal-5")
                                .path("decision")
                                .path("code")
                                .asString())
                .isEqualTo("STRATEGY_UNKNOWN");
        for (String id : List.of("1", "2", "4", "6", "7", "8")) {
            JsonNode refused =
                    api.awaitSignal(
                            "no-signal-" + id,
                            "refused",
                            signal -> signal.path("status").asString().equals("REFUSED"));
            assertThat(refused.path("error").path("text").asString()).isNotBlank();
            assertThat(refused.path("orders")).isEmpty();
        }
    }

    private static Document order(
            @org.jspecify.annotations.Nullable String id, String action, int quantity) {
        var document =
                new Document("strategy", "outside")
                        .append("ticker", "AAPL")
                        .append("action", action)
                        .append("quantity", quantity)
                        .append("price", 190.0)
                        .append("timestamp", Instant.now());
        return id == null ? document : document.append("_id", id).append("signal_id", id);
    }

    private static Document nested(int depth) {
        var innermost = new Document("ticker", "AAPL");
        for (int i = 0; i < depth; i++) {
            innermost = new Document("strategy", innermost);
        }
        return innermost;
    }

    private void insert(List<Document> documents) {
        suite.inStore(store -> store.getCollection("trading_signals").insertMany(documents));
    }
}
