package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static com.mathematricks.collector.TestStore.intake;
import static com.mathematricks.collector.TestStore.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.collector.FakeEngine.Reply;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.service.store.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalRelayIT {

    private final TestStore store = new TestStore();
    private FakeEngine engine = new FakeEngine();
    private RunningCollector collector;

    @BeforeEach
    void start() {
        List.of("demo", "other").forEach(name -> store.add(Strategies.named(name)));
        startCollector();
    }

    private void startCollector() {
        collector = new RunningCollector(store.uri(), engine.url());
        await().until(() -> collector.get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        collector.close();
        engine.close();
        store.close();
    }

    private Document signal(String key) {
        return store.signals(new Document("_id", key)).getFirst();
    }

    private void awaitStatus(String key, String status) {
        await().untilAsserted(() -> assertThat(status(signal(key))).isEqualTo(status));
    }

    @Test
    void storesTheDecision() {
        engine.onSignal = signal -> new Reply.Decide(DecisionOutcome.DENIED);

        collector.post("demo", Bodies.buyWithId("1"));

        awaitStatus("demo:1", "DECIDED");
        assertThat(intake(signal("demo:1")))
                .doesNotContainKey("open")
                .containsKeys("postedAt", "decidedAt");
        assertThat(intake(signal("demo:1")).get("answer", Document.class))
                .containsEntry("outcome", "DENIED")
                .containsEntry("reason", "the test says so")
                .containsEntry("sequence", 1L)
                .containsKey("at");
        assertThat(engine.unauthorized).isEmpty();
    }

    @Test
    void keepsTheOrderWhileTheEngineIsAwayAndSaysSo() {
        int port = engine.port();
        engine.close();
        IntStream.range(0, 5).forEach(i -> collector.post("demo", Bodies.buyWithId("" + i)));
        await().until(() -> health().contains("DEGRADED"));
        assertThat(collector.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(
                                store.database()
                                        .getCollection(Collections.SERVICE_STATUS)
                                        .find(new Document("_id", "signal-collector"))
                                        .first())
                        .containsEntry("health", "DEGRADED"));

        engine = new FakeEngine(port);

        await().until(() -> engine.idsOf("demo").size() == 5);
        assertThat(engine.idsOf("demo")).containsExactly("0", "1", "2", "3", "4");
        await().until(() -> !health().contains("DEGRADED"));
    }

    @Test
    void refusesForEverWhatTheEngineRefuses() {
        engine.onSignal =
                signal ->
                        signal.id().equals("bad")
                                ? new Reply.Problem(422, "instrument XYZ is unknown")
                                : FakeEngine.APPROVE;

        collector.post("demo", Bodies.buyWithId("bad"));
        collector.post("demo", Bodies.buyWithId("good"));

        awaitStatus("demo:good", "DECIDED");
        assertThat(status(signal("demo:bad"))).isEqualTo("REFUSED");
        assertThat(intake(signal("demo:bad")).get("error", Document.class))
                .containsEntry("text", "instrument XYZ is unknown");
        assertThat(engine.idsOf("demo")).containsExactly("bad", "good");
    }

    @Test
    void parksAfterFiveFailuresWhileOthersGoOn() {
        engine.onSignal =
                signal ->
                        signal.id().equals("poison")
                                ? new Reply.Problem(500, "cannot")
                                : FakeEngine.APPROVE;

        collector.post("demo", Bodies.buyWithId("poison"));
        collector.post("demo", Bodies.buyWithId("next"));
        collector.post("other", Bodies.buyWithId("unaffected"));

        awaitStatus("other:unaffected", "DECIDED");
        awaitStatus("demo:next", "DECIDED");
        assertThat(status(signal("demo:poison"))).isEqualTo("PARKED");
        assertThat(intake(signal("demo:poison"))).containsEntry("attempts", 5);
        assertThat(engine.idsOf("demo"))
                .containsExactly("poison", "poison", "poison", "poison", "poison", "next");
    }

    @Test
    void parksNothingWhileTheEngineIsNotReadyForAnything() {
        engine.ready = false;
        engine.onSignal = signal -> new Reply.Problem(500, "broken");
        collector.post("demo", Bodies.buyWithId("1"));
        await().until(() -> engine.idsOf("demo").size() > 6);
        assertThat(status(signal("demo:1"))).isEqualTo("RECEIVED");

        engine.ready = true;
        engine.onSignal = signal -> FakeEngine.APPROVE;

        awaitStatus("demo:1", "DECIDED");
    }

    @Test
    void postsAgainWhateverHappensToTheAnswer() {
        var never = new CountDownLatch(1);
        Map<String, Integer> posts = new ConcurrentHashMap<>();
        List<Reply> first =
                List.of(
                        new Reply.Hang(never),
                        new Reply.Drop(),
                        new Reply.Problem(503, "starting"),
                        new Reply.Problem(401, "who are you"));
        engine.onSignal =
                signal -> {
                    int post = posts.merge(signal.id(), 1, Integer::sum);
                    return post <= first.size() ? first.get(post - 1) : FakeEngine.APPROVE;
                };

        collector.post("demo", Bodies.buyWithId("1"));
        collector.post("demo", Bodies.buyWithId("2"));

        awaitStatus("demo:2", "DECIDED");
        never.countDown();
        assertThat(engine.idsOf("demo"))
                .containsExactly("1", "1", "1", "1", "1", "2", "2", "2", "2", "2");
    }

    @Test
    void letsOtherStrategiesPassOneThatWaits() {
        var until = new CountDownLatch(1);
        engine.onSignal =
                signal ->
                        signal.strategy().value().equals("demo")
                                ? new Reply.Hang(until)
                                : FakeEngine.APPROVE;
        collector.post("demo", Bodies.buyWithId("stuck"));
        IntStream.range(0, 10).forEach(i -> collector.post("other", Bodies.buyWithId("" + i)));

        awaitStatus("other:9", "DECIDED");

        assertThat(status(signal("demo:stuck"))).isEqualTo("RECEIVED");
        until.countDown();
    }

    @Test
    void losesAndRepeatsNothingOverARestart() {
        engine.onSignal =
                signal ->
                        Integer.parseInt(signal.id()) < 50
                                ? FakeEngine.APPROVE
                                : new Reply.Problem(503, "not now");
        IntStream.range(0, 100).forEach(i -> collector.post("demo", Bodies.buyWithId("" + i)));
        awaitStatus("demo:49", "DECIDED");
        collector.close();
        int before = engine.signals.size();
        engine.onSignal = signal -> FakeEngine.APPROVE;

        startCollector();

        awaitStatus("demo:99", "DECIDED");
        assertThat(engine.idsOf("demo").subList(before, engine.signals.size()))
                .containsExactlyElementsOf(
                        IntStream.range(50, 100).mapToObj(String::valueOf).toList());
        assertThat(store.signalsOf("demo"))
                .hasSize(100)
                .allMatch(signal -> status(signal).equals("DECIDED"));
    }

    private String health() {
        return collector.get("/actuator/health").body();
    }
}
