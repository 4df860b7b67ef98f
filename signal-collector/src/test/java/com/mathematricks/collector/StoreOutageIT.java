package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A store that comes late, goes, hangs and comes back. It is always the one in memory, behind a
/// gate of ours.
class StoreOutageIT {

    private static final Duration LONG = Duration.ofSeconds(40);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final FakeEngine engine = new FakeEngine();
    private Gate gate;
    private MongoClient client;
    private MongoDatabase store;
    private RunningCollector collector;

    @BeforeEach
    void start() {
        server.enableOplog();
        int port = server.bind().getPort();
        gate = new Gate(port);
        client = MongoClients.create("mongodb://127.0.0.1:" + port);
        store = client.getDatabase("outage");
        store.getCollection(Collections.STRATEGIES)
                .insertOne(Documents.of(Strategies.named("demo")).append("_id", "demo"));
        collector =
                new RunningCollector(
                        "mongodb://127.0.0.1:" + gate.port() + "/outage", engine.url());
    }

    @AfterEach
    void stop() {
        collector.close();
        gate.close();
        engine.close();
        client.close();
        server.shutdownNow();
    }

    private int readiness() {
        return collector.get("/actuator/health/readiness").statusCode();
    }

    private int post(String body) {
        return collector.post("demo", body).statusCode();
    }

    @Test
    void startsWithoutTheStoreAndWaitsForIt() {
        assertThat(collector.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(readiness()).isEqualTo(503);
        assertThat(post(Bodies.buyWithId("1"))).isEqualTo(503);

        gate.open();

        await().atMost(LONG).until(() -> readiness() == 200);
        assertThat(post(Bodies.buyWithId("1"))).isEqualTo(202);
        await().atMost(LONG).until(() -> engine.idsOf("demo").equals(List.of("1")));
    }

    @Test
    void recoversAfterTheStoreWasAway() {
        gate.open();
        await().atMost(LONG).until(() -> readiness() == 200);
        gate.cut();
        assertThat(post(Bodies.buyWithId("1"))).isEqualTo(503);
        assertThat(post(Bodies.buy())).isEqualTo(503);
        assertThat(readiness()).isEqualTo(503);
        insertOutside("outside");

        gate.open();

        await().atMost(LONG).until(() -> readiness() == 200);
        await().atMost(LONG).until(() -> post(Bodies.buyWithId("1")) == 202);
        assertThat(post(Bodies.buy())).isEqualTo(202);
        assertThat(post(Bodies.buy())).isEqualTo(202);
        await().atMost(LONG).until(() -> engine.idsOf("demo").contains("outside"));
        insertOutside("later");
        await().atMost(LONG).until(() -> engine.idsOf("demo").size() == 4);
    }

    @Test
    void answersWhileTheStoreHangs() {
        gate.open();
        await().atMost(LONG).until(() -> readiness() == 200);
        engine.onSignal = signal -> new FakeEngine.Reply.Problem(503, "wait");
        assertThat(post(Bodies.buyWithId("1"))).isEqualTo(202);
        gate.stall();

        assertThat(post(Bodies.buyWithId("2"))).isEqualTo(503);
        assertThat(readiness()).isEqualTo(503);

        gate.cut();
        engine.onSignal = signal -> FakeEngine.APPROVE;
        gate.open();
        await().atMost(LONG).until(() -> readiness() == 200);
        await().atMost(LONG).until(() -> post(Bodies.buyWithId("2")) == 202);
        await().atMost(LONG).until(() -> engine.idsOf("demo").contains("2"));
        assertThat(engine.idsOf("demo")).containsSubsequence("1", "2").endsWith("2");
    }

    private void insertOutside(String id) {
        store.getCollection(Collections.TRADING_SIGNALS)
                .insertOne(
                        new Document("_id", id).append("raw", Bodies.buy("strategy_name", "demo")));
    }
}
