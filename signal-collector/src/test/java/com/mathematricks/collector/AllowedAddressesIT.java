package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.store.Collections;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AllowedAddressesIT {

    @Test
    void takesOnlyFromAllowedAddressesAndListsTheLast200Requests() {
        try (var store = new TestStore();
                var engine = new FakeEngine()) {
            store.add(Strategies.named("demo"));
            try (var collector =
                    new RunningCollector(
                            store.uri(),
                            engine.url(),
                            "--trader.webhook.allowed-addresses=tradingview,198.51.100.0/24")) {
                await().until(() ->
                        collector.get("/actuator/health/readiness").statusCode() == 200);
                assertThat(post(collector, "52.89.214.238", "a")).isEqualTo(202);
                assertThat(post(collector, "198.51.100.77", "b")).isEqualTo(202);
                assertThat(post(collector, "192.0.2.1", "c")).isEqualTo(403);
                // What the sender wrote itself into the header does not count.
                assertThat(post(collector, "198.51.100.77, 192.0.2.1", "d")).isEqualTo(403);
                for (int i = 0; i < 201; i++) {
                    assertThat(post(collector, "198.51.100.77", "n" + i)).isEqualTo(202);
                }

                await().until(() -> requests(store).getLast().getLong("n") == 205);
                List<Document> requests = requests(store);
                assertThat(requests).hasSize(200);
                assertThat(requests.getFirst()).containsEntry("n", 6L).containsEntry("_id", 6);
                assertThat(requests.getLast()).containsEntry("_id", 5);
            }
        }
    }

    private static int post(RunningCollector collector, String address, String id) {
        return collector
                .send(
                        collector
                                .request("/" + Strategies.key("demo"), address)
                                .POST(BodyPublishers.ofString(Bodies.buyWithId(id))))
                .statusCode();
    }

    private static List<Document> requests(TestStore store) {
        return store.database()
                .getCollection(Collections.WEBHOOK_REQUESTS)
                .find()
                .sort(new Document("n", 1))
                .into(new ArrayList<>());
    }
}
