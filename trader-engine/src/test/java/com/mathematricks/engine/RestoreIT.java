package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.TradingState;
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
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole engine on a store into which an old copy was put back.
class RestoreIT {

    private static final String[] ALL = {
        Collections.JOURNAL,
        "snapshots",
        "paper_orders",
        "paper_accounts",
        Collections.SIGNAL_DECISIONS,
        Collections.ORDERS,
        Collections.FILLS,
        Collections.POSITIONS,
        Collections.ACCOUNTS,
        Collections.TRADING_STATES,
        Collections.PNL_HISTORY,
        Collections.PRICES,
        Collections.STRATEGIES,
        Collections.ACCOUNT_SETTINGS,
        Collections.CONTROL_COMMANDS,
        Collections.STREAM_POSITIONS,
        Collections.SERVICE_STATUS
    };

    private final TestStore testStore = TestStore.open(ALL);
    private final MongoDatabase store = testStore.database();
    private final Instant backupTakenAt = Instant.parse("2026-11-22T03:00:00Z");
    private ConfigurableApplicationContext engine;
    private int signals;
    private int asked;

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

    private Map<String, List<Document>> copy() {
        var copy = new LinkedHashMap<String, List<Document>>();
        for (String name : ALL) {
            copy.put(name, store.getCollection(name).find().into(new ArrayList<>()));
        }
        return copy;
    }

    private void putBack(Map<String, List<Document>> copy, String id) {
        copy.forEach((name, documents) -> {
            store.getCollection(name).deleteMany(new Document());
            if (!documents.isEmpty()) {
                store.getCollection(name).insertMany(documents);
            }
        });
        store.getCollection(Collections.STREAM_POSITIONS)
                .replaceOne(
                        new Document("_id", "restore"),
                        new Document("_id", "restore")
                                .append("id", id)
                                .append("at", Date.from(Instant.now()))
                                .append("backupTakenAt", Date.from(backupTakenAt)),
                        new ReplaceOptions().upsert(true));
    }

    @Test
    void tradesAfterARestoreOnlyWhenAPersonAcceptedAndResumed() {
        buy();
        await("fill", () -> count(Collections.FILLS) == 1);
        engine.close();
        Map<String, List<Document>> backup = copy();
        engine = startEngine();
        buy();
        await("second fill", () -> count(Collections.FILLS) == 2);
        List<String> lost = orderIds();
        engine.close();

        putBack(backup, "r1");
        engine = startEngine();

        List<Document> kept = backup.getOrDefault(Collections.JOURNAL, List.of());
        assertThat(journal().subList(0, kept.size())).isEqualTo(kept);
        assertThat(journal().get(kept.size())).containsEntry("key", "restored:r1");
        await("derived", () -> state().containsKey("restoredFrom"));
        assertThat(state())
                .containsEntry("state", TradingState.HALTED.name())
                .containsEntry("restoredFrom", Date.from(backupTakenAt));
        assertThat(engine.getBean(EngineService.class).describe())
                .contains(
                        "restored from a backup: account paper halted until accepted by a person");
        assertThat(buy().code()).isEqualTo("TRADING_HALTED");
        assertThat(command(ControlAction.RESUME)).contains("nobody has accepted it");

        // Neither the restore nor the acceptance is done again.
        engine.close();
        engine = startEngine();
        assertThat(command(ControlAction.ACCEPT)).endsWith("account paper is accepted");
        assertThat(buy().code()).isEqualTo("TRADING_HALTED");
        command(ControlAction.RESUME);
        assertThat(buy().code()).isEqualTo("APPROVED");
        await("filled again", () -> count(Collections.FILLS) == 2);

        assertThat(journal())
                .filteredOn(entry -> entry.getString("key").startsWith("restored:"))
                .hasSize(1);
        assertThat(orderIds().getLast()).isNotIn(lost);
        assertThat(state().get("restoredFrom")).isNull();
        assertThat(count("paper_orders")).isEqualTo(2);
    }

    private List<Document> journal() {
        return store.getCollection(Collections.JOURNAL)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    /// In the order of the journal.
    private List<String> orderIds() {
        return store.getCollection(Collections.ORDERS)
                .find()
                .sort(new Document("sequence", 1))
                .map(order -> order.getString("_id"))
                .into(new ArrayList<>());
    }

    private Document state() {
        Document found =
                store.getCollection(Collections.TRADING_STATES)
                        .find(new Document("_id", "account paper"))
                        .first();
        return found == null ? new Document() : found;
    }

    private long count(String collection) {
        return store.getCollection(collection).countDocuments();
    }

    /// Each time another instrument, of which nothing is held.
    private DecisionAnswer buy() {
        String ticker = List.of("AAPL", "MSFT", "NVDA", "TSLA", "AMZN").get(signals);
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
                        List.of(TestSignal.buy(ticker).quantity("5").price("190").leg()));
        return engine.getBean(EngineService.class).ready().decide(signal, Optional.empty()).join();
    }

    /// The outcome's text.
    private String command(ControlAction action) {
        ControlCommand asking =
                TestCommand.of(action, "account paper").at("c" + ++asked, Instant.now());
        var commands = store.getCollection(Collections.CONTROL_COMMANDS);
        var id = new Document("_id", asking.id());
        commands.insertOne(Documents.of(asking).append("_id", asking.id()).append("open", true));
        await(
                "outcome",
                () -> Objects.requireNonNull(commands.find(id).first()).containsKey("outcome"));
        return Objects.requireNonNull(commands.find(id).first())
                .get("outcome", Document.class)
                .getString("text");
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
