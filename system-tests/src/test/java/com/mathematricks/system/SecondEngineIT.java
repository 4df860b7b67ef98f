package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.BrokerBook;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.ProcessSuite;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// Two engines on one database, by mistake: the later one decides, the earlier one does nothing
/// more.
@OnSuites(SuiteKind.PROCESSES)
class SecondEngineIT {

    private static final int SIGNALS = 60;

    private final ProcessSuite suite;
    private final ReadApi api;

    SecondEngineIT(Suite suite) {
        this.suite = (ProcessSuite) suite;
        this.api = suite.api();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        String free =
                "limits: {max_orders_per_minute: none, max_position_percent: none, max_order_notional: none}";
        suite.start(
                new StrategiesFile()
                        .account("paper", free)
                        .strategy(
                                "twice",
                                "paper",
                                "sizing: {mode: as_signalled}",
                                "pyramiding: 1000",
                                free));
    }

    @Test
    void leavesOnlyTheLaterEngineInChargeAndDoublesNothing() throws Exception {
        assertThat(price(suite.firstEngine(), "another-token-than-ours").status()).isEqualTo(401);
        assertThat(price(suite.firstEngine(), "").status()).isEqualTo(401);
        var answered = new ArrayList<String>();
        Thread poster = Thread.ofPlatform().start(() -> post(answered));
        Await.until("some fills", () -> api.all("fills").size() >= 5, () -> answered);

        URI second = suite.startSecondEngine();
        poster.join();

        assertThat(answered).hasSize(SIGNALS);
        Await.until(
                "the first engine is not ready any more",
                () -> health(suite.firstEngine()) == 503,
                () -> health(suite.firstEngine()));
        assertThat(health(second)).isEqualTo(200);
        Answer answer = price(suite.firstEngine(), ProcessSuite.internalToken());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.text("detail")).contains("REPLACED");
        Await.until(
                "a service shows REPLACED",
                () ->
                        api.all("services").stream()
                                .anyMatch(service ->
                                        service.path("health").asString().equals("REPLACED")),
                () -> api.all("services"));

        suite.leadSignalsToSecondEngine();

        Await.until(
                "all decided",
                () -> api.all("signals", "status", "DECIDED").size() == SIGNALS,
                () -> api.all("signals", "status", "RECEIVED"));
        Await.until(
                "all filled",
                () -> api.all("orders", "status", "FILLED").size() == SIGNALS,
                () -> api.all("orders").stream().map(JsonNode::toString).toList());
        assertNothingDoubled();
    }

    private void post(List<String> answered) {
        for (int i = 0; i < SIGNALS; i++) {
            Answer answer =
                    suite.webhook()
                            .postUntilTaken(
                                    "twice",
                                    "{\"signal_id\": \"s%d\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 1, \"price\": 190}"
                                            .formatted(i));
            if (answer.status() == 202) {
                answered.add(answer.text("key"));
            }
        }
    }

    private static int health(URI engine) {
        return Webhook.statusOf(URI.create(engine + "/actuator/health/readiness"));
    }

    private static Answer price(URI engine, String token) {
        return Webhook.postTo(
                URI.create(engine + "/api/v1/prices"),
                "{\"instrument\": {\"symbol\": \"AAPL\"}, \"price\": \"190\", \"at\": \"%s\", \"source\": \"test\"}"
                        .formatted(Instant.now()),
                token);
    }

    private void assertNothingDoubled() {
        List<String> keys =
                api.all("journal").stream()
                        .filter(entry -> entry.path("kind").asString().equals("DECIDED"))
                        .map(entry -> entry.path("key").asString())
                        .toList();
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SIGNALS).mapToObj(i -> "twice:s" + i).toList());
        assertThat(api.all("orders")).hasSize(SIGNALS);
        assertThat(api.all("fills")).hasSize(SIGNALS);
        Accounts.awaitMarked(api, "paper");
        Accounts.assertEquation(api, "paper");

        BrokerBook broker = suite.stopAndReadBroker();

        assertThat(broker.orders()).hasSize(SIGNALS);
        assertThat(broker.fills()).isEqualTo(SIGNALS);
        assertThat(broker.positions()).hasSize(1);
        assertThat(broker.positions().values().iterator().next())
                .isEqualByComparingTo(String.valueOf(SIGNALS));
    }
}
