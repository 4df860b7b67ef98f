package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static com.mathematricks.collector.TestStore.intake;
import static com.mathematricks.collector.TestStore.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.store.Collections;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a backup brought back without an outcome, and what comes after it.
class RestoredSignalsIT {

    private final TestStore store = new TestStore();
    private final FakeEngine engine = new FakeEngine();
    private RunningCollector collector;

    @BeforeEach
    void start() {
        store.add(Strategies.named("demo"));
        collector = startCollector();
    }

    @AfterEach
    void stop() {
        collector.close();
        engine.close();
        store.close();
    }

    private RunningCollector startCollector() {
        var running = new RunningCollector(store.uri(), engine.url());
        await().until(() -> running.get("/actuator/health/readiness").statusCode() == 200);
        return running;
    }

    private void restored(String id) {
        store.database()
                .getCollection(Collections.STREAM_POSITIONS)
                .replaceOne(
                        new Document("_id", "restore"),
                        new Document("_id", "restore")
                                .append("id", id)
                                .append("at", Date.from(Instant.now()))
                                .append("backupTakenAt", Date.from(Instant.EPOCH)),
                        new ReplaceOptions().upsert(true));
    }

    private static Document outside(Object id) {
        return new Document("_id", id)
                .append("strategy_name", "demo")
                .append("ticker", "NASDAQ:AAPL")
                .append("action", "buy")
                .append("quantity", 2)
                .append("price", 150.5);
    }

    private Document only(String field, Object value) {
        return store.signals(new Document(field, value)).getFirst();
    }

    private void awaitStatus(String field, Object value, String status) {
        await().untilAsserted(() -> assertThat(status(only(field, value))).isEqualTo(status));
    }

    @Test
    void areNotTradedAndWhatComesLaterIs() {
        engine.onSignal = _ -> new FakeEngine.Reply.Problem(503, "away");
        collector.post("demo", Bodies.buyWithId("open-1"));
        collector.post("demo", Bodies.buyWithId("open-2"));
        collector.close();
        ObjectId yesterday = new ObjectId(Date.from(Instant.now().minusSeconds(86_400)));
        store.signals().insertMany(List.of(outside(yesterday), outside("no time in it")));
        restored("r1");
        engine.onSignal = _ -> FakeEngine.APPROVE;
        engine.signals.clear();

        collector = startCollector();

        for (String id : List.of("open-1", "open-2", yesterday.toHexString(), "no time in it")) {
            awaitStatus("intake.signalId", id, "RESTORED");
            assertThat(intake(only("intake.signalId", id))).doesNotContainKey("open");
        }
        // Its time is after the restore, to the second that its id tells.
        ObjectId later = new ObjectId(Date.from(Instant.now().plusSeconds(2)));
        store.signals().insertOne(outside(later));
        collector.post("demo", Bodies.buyWithId("new"));
        awaitStatus("intake.signalId", "new", "DECIDED");
        awaitStatus("intake.signalId", later.toHexString(), "DECIDED");
        assertThat(engine.idsOf("demo")).containsExactlyInAnyOrder("new", later.toHexString());
    }

    @Test
    void areMarkedOnceForEachRestore() {
        restored("r1");
        collector.close();
        collector = startCollector();
        engine.onSignal = _ -> new FakeEngine.Reply.Problem(503, "away");
        collector.post("demo", Bodies.buyWithId("waits"));
        collector.close();
        engine.onSignal = _ -> FakeEngine.APPROVE;

        collector = startCollector();
        awaitStatus("intake.signalId", "waits", "DECIDED");

        engine.onSignal = _ -> new FakeEngine.Reply.Problem(503, "away");
        collector.post("demo", Bodies.buyWithId("waits again"));
        collector.close();
        restored("r2");
        collector = startCollector();
        awaitStatus("intake.signalId", "waits again", "RESTORED");
    }
}
