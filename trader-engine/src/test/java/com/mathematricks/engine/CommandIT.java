package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.engine.scenario.TestSettings;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Commands as documents in the store of a whole engine with its paper broker.
class CommandIT {

    private final TestStore testStore = TestStore.ofEngine();
    private final MongoDatabase store = testStore.database();
    private ConfigurableApplicationContext engine;
    private int asked;
    private int signals;

    @BeforeEach
    void start() {
        TestSettings demo = Scenario.settings().atAnyHour();
        store.getCollection(Collections.ACCOUNT_SETTINGS)
                .insertOne(Documents.of(demo.account()).append("_id", "paper"));
        store.getCollection(Collections.STRATEGIES)
                .insertOne(Documents.of(demo.strategy()).append("_id", "demo"));
        engine = startEngine();
    }

    @AfterEach
    void stop() {
        engine.close();
        testStore.close();
    }

    private ConfigurableApplicationContext startEngine() {
        var context =
                new SpringApplicationBuilder(EngineApplication.class)
                        .properties("spring.config.name=trader-engine")
                        .run(
                                "--server.port=0",
                                "--spring.mongodb.uri=" + testStore.uri(),
                                "--trader.internal-token=a-token-for-tests-only",
                                "--trader.engine.events-confirmed=false",
                                "--spring.rabbitmq.port=1");
        await("ready", () -> context.getBean(EngineService.class).isReady());
        return context;
    }

    private void restart() {
        engine.close();
        engine = startEngine();
    }

    private DecisionAnswer decide(TestSignal leg) {
        String id = "s" + ++signals;
        var signal =
                new Signal(
                        SignalKey.of(Scenario.DEMO, id),
                        id,
                        Scenario.DEMO,
                        WireFormat.TRADINGVIEW,
                        Instant.now(),
                        Instant.now(),
                        null,
                        null,
                        null,
                        null,
                        List.of(leg.leg()));
        return engine.getBean(EngineService.class).ready().decide(signal, Optional.empty()).join();
    }

    /// The outcome's text.
    private String command(TestCommand command) {
        ControlCommand asking = command.at("c" + ++asked, Instant.now());
        store.getCollection(Collections.CONTROL_COMMANDS)
                .insertOne(Documents.of(asking).append("_id", asking.id()).append("open", true));
        await("outcome", () -> isAnswered(asking.id()));
        assertThat(found(asking.id())).doesNotContainKey("open");
        return outcome(asking.id()).getString("text");
    }

    private Document found(String id) {
        return Objects.requireNonNull(
                store.getCollection(Collections.CONTROL_COMMANDS)
                        .find(new Document("_id", id))
                        .first());
    }

    private boolean isAnswered(String id) {
        return found(id).containsKey("outcome");
    }

    private Document outcome(String id) {
        return found(id).get("outcome", Document.class);
    }

    private boolean holds(String quantity) {
        Document position = store.getCollection(Collections.POSITIONS).find().first();
        return position != null
                && position.get("quantity", Decimal128.class).equals(Decimal128.parse(quantity));
    }

    private boolean allOrdersEnded() {
        return store.getCollection(Collections.ORDERS)
                        .countDocuments(
                                new Document(
                                        "status",
                                        new Document("$nin", List.of("FILLED", "CANCELLED"))))
                == 0;
    }

    @Test
    void flattensWithItsStopAlsoWhileHalted() {
        decide(TestSignal.buy("AAPL").quantity("5").price("190"));
        await("held", () -> holds("5"));
        decide(TestSignal.exit("AAPL").ifBelow("150"));

        assertThat(command(TestCommand.of(ControlAction.HALT, "all")))
                .startsWith("Nothing leaves for all");
        assertThat(command(TestCommand.flatten("all")))
                .isEqualTo("Cancels 1 order; sells 5 AAPL of demo at market");

        await("flat", () -> holds("0") && allOrdersEnded());
        assertThat(store.getCollection(Collections.FILLS).countDocuments()).isEqualTo(2);
    }

    @Test
    void pauseSurvivesARestart() {
        command(TestCommand.of(ControlAction.PAUSE, "strategy demo").because("holidays"));
        restart();

        assertThat(decide(TestSignal.buy("AAPL").quantity("5").price("190")).code())
                .isEqualTo("STRATEGY_PAUSED");
        assertThat(
                        store.getCollection(Collections.TRADING_STATES)
                                .find(new Document("_id", "strategy demo"))
                                .first())
                .containsEntry("state", "PAUSED")
                .containsEntry("cause", "asked by dashboard: holidays");
        assertThat(command(TestCommand.of(ControlAction.RESUME, "strategy demo")))
                .contains("asked by dashboard: holidays");
        assertThat(decide(TestSignal.buy("AAPL").quantity("5").price("190")).code())
                .isEqualTo("APPROVED");
    }

    @Test
    void answersWhatWasAskedWhileItWasDownAndLeavesWhatIsTooOld() {
        engine.close();
        ControlCommand fresh =
                TestCommand.of(ControlAction.HALT, "strategy demo").at("fresh", Instant.now());
        ControlCommand old =
                TestCommand.of(ControlAction.HALT, "all")
                        .at("old", Instant.now().minus(Duration.ofMinutes(6)));
        for (ControlCommand one : List.of(fresh, old)) {
            store.getCollection(Collections.CONTROL_COMMANDS)
                    .insertOne(Documents.of(one).append("_id", one.id()).append("open", true));
        }
        engine = startEngine();

        await("outcomes", () -> isAnswered("fresh") && isAnswered("old"));
        assertThat(outcome("fresh")).containsEntry("status", "DONE");
        assertThat(outcome("old")).containsEntry("status", "EXPIRED");
    }

    @Test
    void acceptFindsThePaperBrokerAlike() {
        assertThat(command(TestCommand.of(ControlAction.ACCEPT, "account paper")))
                .isEqualTo(
                        "Nothing to accept: every position of account paper is the same at the broker");
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
