package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static com.mathematricks.collector.TestStore.intake;
import static com.mathematricks.collector.TestStore.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutsideSignalsIT {

    private static final TestStore STORE = new TestStore();
    private static final FakeEngine ENGINE = new FakeEngine();
    private static final ObjectId OLD = new ObjectId("000000000000000000000001");
    private static RunningCollector collector;

    @BeforeAll
    static void start() {
        STORE.add(Strategies.named("demo"));
        STORE.signals().insertOne(buy("demo").append("_id", OLD));
        STORE.signals().insertOne(new Document("_id", "old rubbish").append("a", 1));
        STORE.signals().insertOne(buy("demo").append("_id", "old one").append("signal_id", "old"));
        STORE.signals()
                .insertOne(
                        buy("demo")
                                .append("_id", "old two")
                                .append("signal_id", "old")
                                .append("comment", "another body"));
        collector = startCollector();
    }

    private static RunningCollector startCollector() {
        var collector = new RunningCollector(STORE.uri(), ENGINE.url());
        await().until(() -> collector.get("/actuator/health/readiness").statusCode() == 200);
        await().until(() -> STORE.signals(new Document("intake.sequence", null)).isEmpty());
        return collector;
    }

    @AfterAll
    static void stop() {
        collector.close();
        ENGINE.close();
        STORE.close();
    }

    private static Document buy(String strategy) {
        return new Document("strategy_name", strategy)
                .append("ticker", "NASDAQ:AAPL")
                .append("action", "buy")
                .append("quantity", 2)
                .append("price", 150.5);
    }

    private static Document signal(Object id) {
        return STORE.signals(new Document("_id", id)).getFirst();
    }

    private static void awaitStatus(Object id, String status) {
        await().untilAsserted(() -> assertThat(status(signal(id))).isEqualTo(status));
    }

    @Test
    void marksWhatWasThereBeforeTheFirstStartAndTradesNoneOfIt() {
        assertThat(status(signal(OLD))).isEqualTo("SEEN_BEFORE_START");
        for (String id : List.of("old rubbish", "old one", "old two")) {
            assertThat(status(signal(id))).as(id).isEqualTo("SEEN_BEFORE_START");
        }
        assertThat(intake(signal(OLD))).doesNotContainKey("open").containsKey("sequence");
        assertThat(ENGINE.idsOf("demo")).doesNotContain(OLD.toHexString(), "old");
        assertThat(ENGINE.notices).noneMatch(notice -> notice.id().contains("old"));
    }

    @Test
    void relaysAnInsertOfAnyWriterUnderItsOwnId() {
        ObjectId id = new ObjectId();
        STORE.signals().insertOne(buy("demo").append("_id", id));

        awaitStatus(id, "DECIDED");

        Document stored = signal(id);
        assertThat(stored).containsEntry("ticker", "NASDAQ:AAPL").containsEntry("quantity", 2);
        assertThat(intake(stored))
                .containsEntry("source", "OUTSIDE")
                .containsEntry("signalId", id.toHexString())
                .containsEntry("key", "demo:" + id.toHexString())
                // Its age counts from the second in its id.
                .containsEntry("sentAt", id.getDate());
        assertThat(intake(stored).get("answer", Document.class))
                .containsEntry("outcome", "APPROVED");
    }

    @Test
    void masksAtFirstSightAndKeepsEverythingElse() {
        STORE.signals()
                .insertOne(
                        buy("demo")
                                .append("_id", "with secrets")
                                .append("passphrase", "do not show me")
                                .append("nested", new Document("api_token", "nor me"))
                                .append("at", Decimal128.parse("1.50")));

        awaitStatus("with secrets", "DECIDED");

        assertThat(signal("with secrets").toJson()).doesNotContain("do not show", "nor me");
        assertThat(signal("with secrets"))
                .containsEntry("at", Decimal128.parse("1.50"))
                .containsEntry("ticker", "NASDAQ:AAPL");
    }

    @Test
    void readsARawTextLikeAWebhooksBody() {
        STORE.signals()
                .insertOne(
                        new Document("_id", 17).append("raw", Bodies.buy("strategy_name", "demo")));

        awaitStatus(17, "DECIDED");
        assertThat(ENGINE.idsOf("demo")).contains("17");
    }

    @Test
    void refusesWhatIsNoSignalAndGoesOn() {
        List<Document> rubbish =
                List.of(
                        new Document("_id", "empty"),
                        new Document("_id", "words").append("hello", "world"),
                        buy("demo").append("_id", "x".repeat(300)),
                        buy("no/such/name").append("_id", "bad strategy"),
                        new Document(buy("demo"))
                                .append("_id", "comma")
                                .append("quantity", "1,000"),
                        new Document("_id", "price")
                                .append("type", "price")
                                .append("ticker", "AAPL")
                                .append("price", 1),
                        buy("demo").append("_id", "forged").append("intake", "mine"),
                        new Document("_id", new Document("a", 1)).append("b", List.of(1, 2)));
        STORE.signals().insertMany(rubbish);
        STORE.signals().insertOne(buy("demo").append("_id", "after rubbish"));

        awaitStatus("after rubbish", "DECIDED");

        for (Object id : List.of("empty", "words", "bad strategy", "comma", "price")) {
            assertThat(status(signal(id))).as("%s", id).isEqualTo("REFUSED");
            assertThat(intake(signal(id)).get("error", Document.class))
                    .containsKeys("field", "accepted", "text");
        }
        assertThat(STORE.signals(new Document("intake.sequence", null))).isEmpty();
    }

    @Test
    void keepsTheOrderOfInsertion() {
        STORE.add(Strategies.named("ordered"));
        List<Document> batch =
                IntStream.range(0, 120)
                        .mapToObj(i -> buy("ordered").append("comment", "" + i))
                        .toList();

        // The driver gives each an ObjectId.
        STORE.signals().insertMany(batch);

        await().until(() -> ENGINE.idsOf("ordered").size() == 120);
        assertThat(ENGINE.idsOf("ordered"))
                .containsExactlyElementsOf(
                        batch.stream().map(it -> it.getObjectId("_id").toHexString()).toList());
    }

    @Test
    void takesNoKeyTwiceWhicheverWayItComes() {
        STORE.add(Strategies.named("keys"));
        String first = Bodies.buy("strategy_name", "keys", "signal_id", "k1");
        String second = Bodies.buy("strategy_name", "keys", "signal_id", "k2");
        collector.post("keys", first);
        STORE.signals().insertOne(new Document("_id", "repeat").append("raw", first));
        STORE.signals().insertOne(buy("keys").append("_id", "reused").append("signal_id", "k1"));
        STORE.signals().insertOne(new Document("_id", "new").append("raw", second));
        awaitStatus("new", "DECIDED");
        collector.post("keys", second);

        assertThat(status(signal("repeat"))).isEqualTo("REPEAT");
        assertThat(status(signal("reused"))).isEqualTo("REFUSED");
        await().until(() -> ENGINE.notices.stream().anyMatch(it -> it.id().endsWith("reused")));
        assertThat(intake(signal("new"))).containsEntry("repeats", 1);
        assertThat(ENGINE.idsOf("keys")).containsExactly("k1", "k2");
    }

    @Test
    void givesNumbersThatOnlyRiseOverARestart() {
        STORE.add(Strategies.named("counted"));
        collector.post("counted", Bodies.buyWithId("a"));
        STORE.signals().insertOne(buy("counted").append("_id", "b"));
        awaitStatus("b", "DECIDED");
        collector.close();
        STORE.signals().insertOne(buy("counted").append("_id", "c"));
        collector = startCollector();
        collector.post("counted", Bodies.buyWithId("d"));
        await().until(() -> ENGINE.idsOf("counted").size() == 4);

        assertThat(ENGINE.idsOf("counted")).containsExactly("a", "b", "c", "d");
        List<Long> numbers = new ArrayList<>();
        STORE.signalsOf("counted").forEach(it -> numbers.add(intake(it).getLong("sequence")));
        assertThat(numbers).doesNotHaveDuplicates().isSorted();
        // Nobody knows when it was inserted, so it is stale for whatever opens.
        assertThat(intake(signal("c"))).doesNotContainKey("sentAt");
        assertThat(intake(signal("b"))).containsKey("sentAt");
    }
}
