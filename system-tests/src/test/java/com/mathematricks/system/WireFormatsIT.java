package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What `docs/signals.md` says becomes of its examples. Each is posted to a strategy of its own
/// that is set up as `demo` is, so that it holds nothing.
@OnSuites
class WireFormatsIT {

    private final Suite suite;
    private final ReadApi api;

    WireFormatsIT(Suite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        // They share an account, which would otherwise count the orders and positions of all.
        var strategies =
                new StrategiesFile()
                        .account(
                                "paper",
                                1_000_000,
                                "limits: {max_orders_per_minute: none, max_open_positions: none}");
        Example.all()
                .forEach(example ->
                        strategies.strategy(example.name(), "paper", StrategiesFile.demoLines()));
        suite.start(strategies);
    }

    /// In the order of the page: a price that one states is known to those below it.
    static List<Example> examples() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void becomesWhatThePageSays(Example example) {
        Answer answer = Webhook.postTo(suite.keyAddress(example.name()), example.body());

        if (example.isRefused()) {
            assertRefused(example, answer);
        } else if (example.isPrice()) {
            assertTakenAsPrice(example, answer);
        } else {
            assertDecided(example, answer);
        }
    }

    private void assertDecided(Example example, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.text("strategy")).isEqualTo(example.name());
        if (example.expected().containsKey("id")) {
            assertThat(answer.text("id")).isEqualTo(example.expected().get("id"));
        }
        JsonNode signal = api.awaitDecision(answer.text("key"));
        JsonNode decision = signal.path("decision");
        assertThat(decision.path("code").asString())
                .as(decision.toPrettyString())
                .isEqualTo(example.decided());
        assertThat(decision.path("reason").asString()).isNotBlank();
        if (example.decided().equals("APPROVED")) {
            assertThat(decision.path("outcome").asString()).isEqualTo("APPROVED");
            awaitWorked(answer.text("key"));
        } else {
            assertThat(decision.path("outcome").asString())
                    .isEqualTo(example.decided().equals("ALREADY_THERE") ? "APPROVED" : "DENIED");
            assertThat(signal.path("orders")).isEmpty();
        }
    }

    private void awaitWorked(String key) {
        api.awaitSignal(
                key,
                "filled or resting",
                signal ->
                        !signal.path("orders").isEmpty()
                                && signal.path("orders")
                                        .valueStream()
                                        .allMatch(WireFormatsIT::isWorked));
    }

    /// A limit or stop order may rest; a market order may not.
    private static boolean isWorked(JsonNode order) {
        return switch (order.path("status").asString()) {
            case "FILLED" -> true;
            case "ACCEPTED" -> !order.path("type").asString().equals("MARKET");
            default -> false;
        };
    }

    private void assertRefused(Example example, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(example.expected().get("refused"));
        assertThat(answer.text("accepted")).isNotBlank();
        if (example.expected().containsKey("value")) {
            String value = example.expected().get("value");
            assertThat(answer.text("value")).isEqualTo(value.equals("none") ? "" : value);
        }
        if (example.expected().containsKey("says")) {
            assertThat(answer.text("detail")).contains(example.expected().get("says"));
        }
        assertThat(api.all("signals", "strategy", example.name()))
                .as("stays visible")
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.path("status").asString()).isEqualTo("REFUSED");
                    assertThat(signal.path("error").path("field").asString())
                            .isEqualTo(example.expected().get("refused"));
                    assertThat(signal.path("orders")).isEmpty();
                });
    }

    private void assertTakenAsPrice(Example example, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.text("type")).isEqualTo("price");
        assertThat(api.all("signals", "strategy", example.name())).isEmpty();
    }

    @Test
    void findsExamplesOfEachKindOnThePage() {
        assertThat(examples()).hasSizeGreaterThan(80);
        assertThat(examples()).anyMatch(Example::isRefused).anyMatch(Example::isPrice);
    }
}
