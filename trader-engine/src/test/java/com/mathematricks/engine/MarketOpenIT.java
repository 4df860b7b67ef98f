package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSettings;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// An order that waits for the open of its market, over a restart of the engine.
class MarketOpenIT {

    private static final Instant NIGHT = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant OPEN = Instant.parse("2026-11-24T14:30:00Z");

    private final TestStore store = TestStore.ofEngine();

    @BeforeEach
    void saveSettings() {
        TestSettings settings = Scenario.settings();
        insert(Collections.ACCOUNT_SETTINGS, "paper", Documents.of(settings.account()));
        insert(Collections.STRATEGIES, "demo", Documents.of(settings.strategy()));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void waitsOverARestartAndFillsAtTheOpen() {
        try (var engine = start(NIGHT)) {
            DecisionAnswer answer = buy(engine);

            assertThat(answer.code()).isEqualTo("WAITS_FOR_OPEN");
            await("order", () -> order().isPresent());
            assertThat(order().orElseThrow())
                    .containsEntry("status", "NEW")
                    .containsEntry("waitsUntil", Date.from(OPEN));
        }
        try (var _ = start(OPEN)) {
            await("fill", () -> order().filter(MarketOpenIT::isFilled).isPresent());
            assertThat(order().orElseThrow()).containsEntry("waitsUntil", null);
            Document decision = first(Collections.SIGNAL_DECISIONS).orElseThrow();
            assertThat(decision.getString("code")).isEqualTo("WAITS_FOR_OPEN");
            assertThat(decision.get("atOpen", Document.class))
                    .containsEntry("passed", true)
                    .containsEntry("at", Date.from(OPEN));
        }
    }

    private DecisionAnswer buy(ConfigurableApplicationContext engine) {
        var signal =
                new Scenario()
                        .at(NIGHT.toString())
                        .signal(TestSignal.buy("AAPL").quantity("5").price("190"));
        return engine.getBean(EngineService.class).ready().decide(signal, Optional.empty()).join();
    }

    private ConfigurableApplicationContext start(Instant at) {
        var context =
                new SpringApplicationBuilder(EngineApplication.class)
                        .properties("spring.config.name=trader-engine")
                        .initializers(started ->
                                ((GenericApplicationContext) started)
                                        .registerBean(
                                                Clock.class, () -> Clock.fixed(at, ZoneOffset.UTC)))
                        .run(
                                "--server.port=0",
                                "--spring.mongodb.uri=" + store.uri(),
                                "--trader.internal-token=a-token-for-tests-only",
                                "--trader.engine.events-confirmed=false",
                                "--spring.rabbitmq.port=1");
        await("ready", () -> context.getBean(EngineService.class).isReady());
        return context;
    }

    private Optional<Document> order() {
        return first(Collections.ORDERS);
    }

    private Optional<Document> first(String collection) {
        return Optional.ofNullable(store.database().getCollection(collection).find().first());
    }

    private static boolean isFilled(Document order) {
        return "FILLED".equals(order.getString("status"));
    }

    private void insert(String collection, String id, Document document) {
        store.database().getCollection(collection).insertOne(document.append("_id", id));
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not reached: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
