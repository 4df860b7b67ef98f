package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whatever is sent, it gets a clear answer, stays visible where its sender was known, and holds up
/// nothing behind it.
@OnSuites
class BadInputIT {

    private static final AtomicInteger GOOD = new AtomicInteger();

    /// A good signal needs no longer than this, whatever came before it.
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final ReadApi api;
    private final Webhook webhook;

    BadInputIT(Suite suite) {
        this.api = suite.api();
        this.webhook = suite.webhook();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(
                new StrategiesFile()
                        .account("paper", "limits: {max_orders_per_minute: none}")
                        .strategy("bad", "paper", StrategiesFile.demoLines())
                        .strategy(
                                "good",
                                "paper",
                                "sizing: {mode: as_signalled}",
                                "pyramiding: 1000",
                                "limits: {max_orders_per_minute: none, max_position_percent: none}"));
    }

    /// @param field which the answer has to name
    /// @param says a part of the sentence that the sender reads
    record Bad(String name, byte[] body, String field, String says) {

        static Bad of(String name, String body, String field, String says) {
            return new Bad(name, body.getBytes(StandardCharsets.UTF_8), field, says);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> malformed() {
        String leg = "{\"ticker\": \"AAPL\", \"action\": \"BUY\", \"qty\": 1, \"price\": 190},";
        return Stream.of(
                Bad.of("empty", "", "body", "characters"),
                Bad.of("no JSON at all", "hello", "body", "JSON"),
                Bad.of("a number", "42", "body", "JSON"),
                Bad.of("an array", "[1, 2]", "body", ""),
                Bad.of("half an object", "{\"ticker\": \"AAPL\"", "body", ""),
                Bad.of("quantity zero", stock("\"quantity\": 0"), "quantity", "0"),
                Bad.of("quantity negative", stock("\"quantity\": -5"), "quantity", "-5"),
                Bad.of("quantity huge", stock("\"quantity\": 1e400"), "quantity", "34 digits"),
                Bad.of(
                        "quantity with an exponent of a billion",
                        stock("\"quantity\": 1e1000000000"),
                        "quantity",
                        "a number above 0"),
                Bad.of(
                        "quantity of thousands of digits",
                        stock("\"quantity\": " + "9".repeat(20_000)),
                        "quantity",
                        "34 digits"),
                Bad.of("price 0", order("\"price\": 0"), "price", "0"),
                Bad.of("price NaN", order("\"price\": NaN"), "price", "no value"),
                Bad.of("price negative", order("\"price\": -1"), "price", "-1"),
                Bad.of(
                        "expiry in the past",
                        "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"optionType\": \"call\","
                                + " \"expiration\": \"2024-01-19\", \"strikePrice\": 200}",
                        "expiration",
                        "past"),
                Bad.of(
                        "ten thousand legs",
                        "{\"signal\": [" + "{},".repeat(9_999) + "{}]}",
                        "signal",
                        "16"),
                Bad.of(
                        "seventeen legs",
                        "{\"signal\": ["
                                + leg.repeat(16)
                                + leg.substring(0, leg.length() - 1)
                                + "]}",
                        "signal",
                        "16"),
                Bad.of(
                        "a thousand deep",
                        "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
                        "body",
                        "20 levels"),
                Bad.of("thirty thousand deep", "[".repeat(30_000), "body", "one JSON object"),
                Bad.of(
                        "the same key twice",
                        "{\"ticker\": \"AAPL\", \"ticker\": \"MSFT\", \"action\": \"buy\"}",
                        "ticker",
                        "twice"),
                Bad.of(
                        "curly quotes",
                        "{“ticker”: “AAPL”, “action”: “buy”}",
                        "body",
                        "curly quotes"),
                Bad.of(
                        "an unreplaced placeholder",
                        "{\"ticker\": \"{{ticker}}\", \"action\": \"buy\", \"price\": 190}",
                        "ticker",
                        "{{ticker}}"),
                Bad.of(
                        "an unknown action",
                        order("\"price\": 190").replace("buy", "bye"),
                        "action",
                        "buy"),
                new Bad(
                        "no UTF-8",
                        "{\"ticker\": \"ÄPL\"}".getBytes(StandardCharsets.ISO_8859_1),
                        "body",
                        "UTF-8"));
    }

    private static String stock(String more) {
        return order(more + ", \"price\": 190");
    }

    private static String order(String more) {
        return "{\"ticker\": \"AAPL\", \"action\": \"buy\", %s}".formatted(more);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWithFieldAndReasonAndGoesOn(Bad bad) {
        int before = refused().size();

        Answer answer = webhook.post("bad", bad.body());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(bad.field());
        assertThat(answer.text("accepted")).isNotBlank();
        assertThat(answer.text("detail")).contains(bad.says()).hasSizeLessThan(1_000);
        assertThat(refused()).as("stays visible").hasSize(before + 1);
        assertThat(refused().getFirst().path("error").path("field").asString())
                .isEqualTo(bad.field());
        assertGoodOneGoesThrough();
    }

    private List<JsonNode> refused() {
        return api.all("signals", "strategy", "bad", "status", "REFUSED");
    }

    @Test
    void deniesAnInstrumentThatNobodyKnows() {
        Answer answer =
                webhook.post(
                        "bad",
                        "{\"signal_id\": \"unknown-1\", \"ticker\": \"NOWHERE:XYZ\", \"action\": \"buy\", \"price\": 1}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        JsonNode decision = api.awaitDecision("unknown-1").path("decision");
        assertThat(decision.path("outcome").asString()).isEqualTo("DENIED");
        assertThat(decision.path("code").asString()).isEqualTo("INSTRUMENT_UNKNOWN");
        assertGoodOneGoesThrough();
    }

    @Test
    void refusesAnUnknownStrategy() {
        Answer answer =
                webhook.post(
                        "bad",
                        "{\"strategy\": \"nobody\", \"ticker\": \"AAPL\", \"action\": \"buy\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertGoodOneGoesThrough();
    }

    @Test
    void refusesAWrongSecret() {
        Answer answer =
                webhook.postWithSecret("not-the-passphrase-at-all", order("\"price\": 190"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("not-the-passphrase-at-all");
        assertGoodOneGoesThrough();
    }

    @Test
    void refusesMoreThan64KiB() {
        String body = order("\"comment\": \"%s\"".formatted("x".repeat(64 * 1024)));

        Answer answer = webhook.post("bad", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertGoodOneGoesThrough();
    }

    private void assertGoodOneGoesThrough() {
        long begin = System.nanoTime();
        String id = "good-" + GOOD.incrementAndGet();
        Answer answer =
                webhook.post(
                        "good",
                        "{\"signal_id\": \"%s\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 1, \"price\": 190}"
                                .formatted(id));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        JsonNode signal = api.awaitSignal(id, "filled", story -> !story.path("fills").isEmpty());
        assertThat(signal.path("decision").path("code").asString()).isEqualTo("APPROVED");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    }
}
