package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static com.mathematricks.collector.TestStore.intake;
import static com.mathematricks.collector.TestStore.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RepeatIT {

    private static final TestStore STORE = new TestStore();
    private static final FakeEngine ENGINE = new FakeEngine();
    private static RunningCollector collector;

    @BeforeAll
    static void start() {
        List.of("ids", "storm", "quiet", "restarted", "reused")
                .forEach(name -> STORE.add(Strategies.named(name)));
        STORE.add(Strategies.withWindow("eager", 0));
        collector = startCollector();
    }

    private static RunningCollector startCollector() {
        var collector = new RunningCollector(STORE.uri(), ENGINE.url());
        await().until(() -> collector.get("/actuator/health/readiness").statusCode() == 200);
        return collector;
    }

    @AfterAll
    static void stop() {
        collector.close();
        ENGINE.close();
        STORE.close();
    }

    @Test
    void storesTenPostsOfOneIdOnce() throws Exception {
        List<HttpResponse<String>> answers = atOnce(10, "ids", Bodies.buyWithId("same"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
        await().until(() -> intake(only(STORE.signalsOf("ids"))).getInteger("repeats") == 9);
        await().until(() -> status(only(STORE.signalsOf("ids"))).equals("DECIDED"));
        assertThat(ENGINE.idsOf("ids")).containsExactly("same");
    }

    @Test
    void tradesOneOfTenEqualPostsWithoutAnId() throws Exception {
        List<HttpResponse<String>> answers = atOnce(10, "storm", Bodies.buy());

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
        await().until(() -> ENGINE.idsOf("storm").size() == 1);
        List<Document> stored = STORE.signalsOf("storm");
        assertThat(stored).hasSize(10);
        Document original = stored.getFirst();
        assertThat(stored.subList(1, 10))
                .allMatch(repeat ->
                        status(repeat).equals("REPEAT")
                                && Objects.equals(
                                        original.get("_id"), intake(repeat).get("repeatOf")));
        assertThat(intake(original)).containsEntry("repeats", 9);
    }

    @Test
    void takesAnotherOrderIdForAnotherSignal() {
        collector.post("quiet", Bodies.buy("order_id", "1"));
        collector.post("quiet", Bodies.buy("order_id", "2"));

        assertThat(STORE.signalsOf("quiet"))
                .hasSize(2)
                .noneMatch(signal -> status(signal).equals("REPEAT"));
    }

    @Test
    void knowsNoRepeatsWhereTheWindowIsZero() {
        collector.post("eager", Bodies.buy());
        collector.post("eager", Bodies.buy());

        await().until(() -> ENGINE.idsOf("eager").size() == 2);
    }

    @Test
    void remembersTheWindowOverARestart() {
        collector.post("restarted", Bodies.buy());
        collector.close();
        collector = startCollector();

        collector.post("restarted", Bodies.buy());

        assertThat(STORE.signalsOf("restarted"))
                .extracting(TestStore::status)
                .hasSize(2)
                .last()
                .isEqualTo("REPEAT");
    }

    @Test
    void refusesAReusedIdAndTellsTheEngineOnce() {
        collector.post("reused", Bodies.buyWithId("x"));

        HttpResponse<String> second =
                collector.post("reused", Bodies.buy("signal_id", "x", "comment", "other"));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("ID_REUSED");
        await().until(() -> !ENGINE.notices.isEmpty());
        await().until(() -> STORE.signals(new Document("intake.notice", "ID_REUSED")).isEmpty());
        assertThat(ENGINE.notices)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("ID_REUSED");
                    assertThat(notice.service()).isEqualTo("signal-collector");
                    assertThat(notice.strategy()).hasToString("reused");
                });
        assertThat(STORE.signalsOf("reused"))
                .filteredOn(signal -> status(signal).equals("REFUSED"))
                .singleElement()
                .satisfies(refused ->
                        assertThat(intake(refused))
                                .containsEntry("repeatOf", "reused:x")
                                .doesNotContainKey("key"));
        assertThat(ENGINE.idsOf("reused")).containsExactly("x");
    }

    private static List<HttpResponse<String>> atOnce(int posts, String strategy, String body)
            throws InterruptedException, ExecutionException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(posts)) {
            Callable<HttpResponse<String>> post = () -> collector.post(strategy, body);
            for (Future<HttpResponse<String>> answer :
                    threads.invokeAll(Collections.nCopies(posts, post))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static Document only(List<Document> documents) {
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }
}
