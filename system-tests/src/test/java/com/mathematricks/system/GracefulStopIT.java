package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.setup.Service;
import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.BrokerBook;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.ProcessSuite;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// Each service is stopped with SIGTERM, and started again, while 20 signals a second come in. In
/// the end nothing is lost, nothing doubled, and no order was ever in doubt.
@OnSuites(SuiteKind.PROCESSES)
class GracefulStopIT {

    private static final Duration BETWEEN_SIGNALS = Duration.ofMillis(50);

    /// What an undisturbed day writes.
    private static final List<String> USUAL =
            List.of("STARTED", "ADJUSTED", "DECIDED", "ORDER_CHANGED", "FILLED", "DAY_CLOSED");

    private final ProcessSuite suite;
    private final ReadApi api;
    private volatile boolean stopped;

    GracefulStopIT(Suite suite) {
        this.suite = (ProcessSuite) suite;
        this.api = suite.api();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        String free =
                "limits: {max_orders_per_minute: none, max_open_positions: none,"
                        + " max_position_percent: none, max_order_notional: none, leverage: 100}";
        suite.start(
                new StrategiesFile()
                        .account("paper", free)
                        .strategy(
                                "steady",
                                "paper",
                                "sizing: {mode: as_signalled}",
                                "pyramiding: 100000",
                                free));
    }

    @Test
    void losesAndDoublesNothingAndLeavesNothingInDoubt() throws Exception {
        var answered = new ArrayList<String>();
        Thread poster = Thread.ofPlatform().start(() -> post(answered));
        for (Service service : Service.values()) {
            suite.stop(service);
            suite.startAgain(service);
        }
        stopped = true;
        poster.join();
        int count = answered.size();
        assertThat(answered).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        Await.until(
                "all decided and filled",
                () ->
                        api.all("signals", "status", "DECIDED").size() == count
                                && api.all("orders", "status", "FILLED").size() == count,
                () -> api.all("signals", "status", "RECEIVED"));
        var before = new ArrayList<Long>();
        suite.inStore(store -> before.add(journalled(store)));

        // All of it, in the order in which it is put out of the way.
        suite.whileStopped(store -> assertUndisturbed(store, count));

        suite.inStore(store -> {
            List<String> after =
                    journal(store).stream()
                            .skip(before.getFirst())
                            .map(entry -> entry.getString("kind"))
                            .toList();
            assertThat(after).containsOnly("STARTED");
        });
        assertThat(api.all("accounts"))
                .extracting(account -> account.path("state").asString())
                .containsOnly("ACTIVE");
        assertThat(api.all("fills")).hasSize(count);
        BrokerBook broker = suite.stopAndReadBroker();
        assertThat(broker.orders()).hasSize(count);
        assertThat(broker.fills()).isEqualTo(count);
    }

    private void post(List<String> answered) {
        for (int i = 0; !stopped; i++) {
            Answer answer =
                    suite.webhook()
                            .postUntilTaken(
                                    "steady",
                                    "{\"signal_id\": \"s%d\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 1, \"price\": 190}"
                                            .formatted(i));
            if (answer.status() == 202) {
                answered.add(answer.text("key"));
            }
            // The pace of the load; nothing is waited for.
            LockSupport.parkNanos(BETWEEN_SIGNALS.toNanos());
        }
    }

    private static void assertUndisturbed(MongoDatabase store, int count) {
        List<Document> journal = journal(store);
        assertThat(journal).extracting(entry -> entry.getString("kind")).isSubsetOf(USUAL);
        assertThat(journal)
                .filteredOn(entry -> entry.getString("kind").equals("DECIDED"))
                .extracting(entry -> entry.getString("key"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, count).mapToObj(i -> "steady:s" + i).toList());
        assertThat(journal)
                .extracting(Document::toJson)
                .noneMatch(entry -> entry.contains("\"UNKNOWN\"") || entry.contains("NOT_SENT"));
    }

    private static long journalled(MongoDatabase store) {
        return store.getCollection("journal").countDocuments();
    }

    private static List<Document> journal(MongoDatabase store) {
        return store.getCollection("journal")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }
}
