package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// A signal that comes again is counted and never traded again.
@OnSuites
class SameSignalIT {

    private static final int TIMES = 10;

    private final ReadApi api;
    private final Webhook webhook;

    SameSignalIT(Suite suite) {
        this.api = suite.api();
        this.webhook = suite.webhook();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        var strategies = new StrategiesFile().account("paper");
        for (String name : List.of("in-turn", "at-once", "id-less", "id-less-at-once", "reused")) {
            strategies.strategy(name, "paper", "sizing: {mode: as_signalled}", "pyramiding: 50");
        }
        suite.start(strategies);
    }

    @Test
    void tradesOnceWhatComesTenTimes() {
        List<Answer> answers =
                IntStream.range(0, TIMES)
                        .mapToObj(_ -> webhook.post("in-turn", buy("\"signal_id\": \"same\",")))
                        .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(answers).allMatch(answer -> answer.text("key").equals("in-turn:same"));
        assertTradedOnce("in-turn", "in-turn:same");
        assertThat(api.signal("in-turn:same").orElseThrow().path("repeats").asInt())
                .isEqualTo(TIMES - 1);
    }

    @Test
    void tradesOnceWhatComesTenTimesAtOnce() throws Exception {
        List<Answer> answers = atOnce("at-once", buy("\"signal_id\": \"same\","));

        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(answers).allMatch(answer -> answer.text("key").equals("at-once:same"));
        assertTradedOnce("at-once", "at-once:same");
    }

    /// Without an id an equal body within a minute is a repeat.
    @Test
    void tradesOnceWhatComesAgainWithoutAnId() {
        Answer first = webhook.post("id-less", buy(""));
        // Spaces and the time of sending make no other message of it.
        Answer again = webhook.post("id-less", buy(" \"timenow\": \"" + Instant.now() + "\","));
        Answer other = webhook.post("id-less", buy("\"order_id\": \"another\","));

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("key")).isEqualTo(first.text("key"));
        assertThat(other.text("key")).isNotEqualTo(first.text("key"));
        api.awaitDecision(other.text("key"));
        awaitOrders("id-less", 2);
        assertThat(api.all("signals", "strategy", "id-less", "status", "REPEAT"))
                .singleElement()
                .satisfies(repeat ->
                        assertThat(repeat.path("repeatOf").asString())
                                .isEqualTo(first.text("key")));
    }

    @Test
    void tradesOnceWhatComesTenTimesAtOnceWithoutAnId() throws Exception {
        List<Answer> answers = atOnce("id-less-at-once", buy(""));

        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(answers.stream().map(answer -> answer.text("key")).distinct()).hasSize(1);
        assertTradedOnce("id-less-at-once", answers.getFirst().text("key"));
    }

    @Test
    void refusesAKnownIdWithAnotherBody() {
        webhook.post("reused", buy("\"signal_id\": \"used\","));
        Answer answer =
                webhook.post(
                        "reused",
                        buy("\"signal_id\": \"used\",")
                                .replace("\"price\": 190", "\"price\": 191"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("detail")).containsIgnoringCase("id");
        assertTradedOnce("reused", "reused:used");
        assertThat(api.all("signals", "strategy", "reused", "status", "REFUSED"))
                .singleElement()
                .satisfies(refused ->
                        assertThat(refused.path("error").toString()).contains("ID_REUSED"));
    }

    private static String buy(String more) {
        return "{%s \"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 2, \"price\": 190}"
                .formatted(more);
    }

    private List<Answer> atOnce(String strategy, String body) throws Exception {
        try (var threads = Executors.newFixedThreadPool(TIMES)) {
            List<Callable<Answer>> posts =
                    IntStream.range(0, TIMES)
                            .<Callable<Answer>>mapToObj(
                                    _ -> () -> webhook.postUntilTaken(strategy, body))
                            .toList();
            return threads.invokeAll(posts).stream().map(Future::resultNow).toList();
        }
    }

    private void assertTradedOnce(String strategy, String key) {
        JsonNode decided = api.awaitDecision(key);
        assertThat(decided.path("decision").path("code").asString()).isEqualTo("APPROVED");
        awaitOrders(strategy, 1);
        assertThat(api.all("fills", "strategy", strategy)).hasSize(1);
        assertThat(api.all("positions", "strategy", strategy))
                .singleElement()
                .satisfies(position ->
                        assertThat(position.path("quantity").asString()).isEqualTo("2"));
        assertThat(api.all("journal", "key", key)).hasSize(1);
    }

    private void awaitOrders(String strategy, int count) {
        Await.until(
                count + " filled orders of " + strategy,
                () ->
                        api.all("orders", "strategy", strategy, "status", "FILLED").size() == count
                                && api.all("fills", "strategy", strategy).size() == count,
                () -> api.all("orders", "strategy", strategy));
        assertThat(api.all("orders", "strategy", strategy)).hasSize(count);
    }
}
