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
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

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
    record Bad(String name, String body, String field, String says) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> malformed() {
        String leg = "{\"ticker\": \"AAPL\", \"action\": \"BUY\", \"qty\": 1, \"price\": 190},";
        return Stream.of(
                new Bad("empty", "", "body", "characters"),
                new Bad("no JSON at all", "hello", "body", "JSON"),
                new Bad("a number", "42", "body", "JSON"),
                new Bad("an array", "[1, 2]", "body", ""),
                new Bad("half an object", "{\"ticker\": \"AAPL\"", "body", ""),
                new Bad("quantity zero", stock("\"quantity\": 0"), "quantity", "0"),
                new Bad("quantity negative", stock("\"quantity\": -5"), "quantity", "-5"),
                new Bad("quantity huge", stock("\"quantity\": 1e400"), "quantity", "34 digits"),
                new Bad(
                        "quantity with an exponent of a billion",
                        stock("\"quantity\": 1e1000000000"),
                        "quantity",
                        "a number above 0"),
                new Bad(
                        "quantity of thousands of digits",
                        stock("\"quantity\": " + "9".repeat(20_000)),
                        "quantity",
                        "34 digits"),
                new Bad("price 0", order("\"price\": 0"), "price", "0"),
                new Bad("price NaN", order("\"price\": NaN"), "price", "no value"),
                new Bad("price negative", order("\"price\": -1"), "price", "-1"),
                new Bad(
                        "expiry in the past",
                        "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"optionType\": \"call\","
                                + " \"expiration\": \"2024-01-19\", \"strikePrice\": 200}",
                        "expiration",
                        "past"),
                new Bad(
                        "ten thousand legs",
                        "{\"signal\": [" + "{},".repeat(9_999) + "{}]}",
                        "signal",
                        "16"),
                new Bad(
                        "seventeen legs",
                        "{\"signal\": ["
                                + leg.repeat(16)
                                + leg.substring(0, leg.length() - 1)
                                + "]}",
                        "signal",
                        "16"),
                new Bad(
                        "a thousand deep",
                        "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
                        "body",
                        "20 levels"),
                new Bad("thirty thousand deep", "[".repeat(30_000), "body", "one JSON object"),
                new Bad(
                        "the same key twice",
                        "{\"ticker\": \"AAPL\", \"ticker\": \"MSFT\", \"action\": \"buy\"}",
                        "ticker",
                        "twice"),
                new Bad(
                        "curly quotes",
                        "{“ticker”: “AAPL”, “action”: “buy”}",
                        "body",
                        "curly quotes"),
                new Bad(
                        "an unreplaced placeholder",
                        "{\"ticker\": \"{{ticker}}\", \"action\": \"buy\", \"price\": 190}",
                        "ticker",
                        "{{ticker}}"),
                new Bad(
                        "an unknown action",
                        order("\"price\": 190").replace("buy", "bye"),
                        "action",
                        "buy"));
    }

    private static String stock(String more) {
        return order(more + ", \"price\": 190");
    }

    private static String order(String more) {
        return "{\"ticker\": \"AAPL\", \"action\": \"buy\", %s}".formatted(more);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] latin = "{\"ticker\": \"ÄPL\"}".getBytes(StandardCharsets.ISO_8859_1);
        int before = refused().size();

        assertRefused(webhook.post("bad", latin), "body", "UTF-8", before);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWithFieldAndReasonAndGoesOn(Bad bad) {
        int before = refused().size();

        assertRefused(webhook.post("bad", bad.body()), bad.field(), bad.says(), before);
    }

    private void assertRefused(Answer answer, String field, String says, int before) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("accepted")).isNotBlank();
        assertThat(answer.text("detail")).contains(says).hasSizeLessThan(1_000);
        assertThat(refused()).as("stays visible").hasSize(before + 1);
        assertThat(refused().getFirst().path("error").path("field").asString()).isEqualTo(field);
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
