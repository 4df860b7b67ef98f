package com.mathematricks.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Await;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreAwayIT {

    /// Below the ports that the system takes for outgoing connections: a client that tries again
    /// while nobody listens could otherwise be given this very port, and connect to itself.
    private static InetSocketAddress freeAddress() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_768);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            } catch (IOException _) {
                // Taken: another one.
            }
        }
    }

    @Test
    void startsWithoutItsStoreSaysSoAndHealsWhenItComesAndGoes(@TempDir Path folder)
            throws Exception {
        InetSocketAddress address = freeAddress();
        Path secrets = folder.resolve("generated");
        try (var dashboard =
                RunningDashboard.start(
                        TestStore.uri(address),
                        "trader.strategies-file=" + folder.resolve("strategies.yml"),
                        "trader.generated-secrets-file=" + secrets)) {
            dashboard.logIn();
            expectAway(dashboard);

            try (var store = TestStore.inMemoryAt(address)) {
                Await.until("ready", () -> ready(dashboard) == 200);
                assertThat(dashboard.get("/").statusCode()).isEqualTo(200);
                assertThat(dashboard.json("/strategies").get("items").size()).isEqualTo(1);
                assertThat(Files.readAllLines(secrets)).hasSize(2);
                assertThat(store.database().getCollection(Collections.STRATEGIES).countDocuments())
                        .isEqualTo(1);
            }
            Await.until("not ready", () -> ready(dashboard) == 503);
            expectAway(dashboard);
            try (var _ = TestStore.inMemoryAt(address)) {
                Await.until("ready again", () -> ready(dashboard) == 200);
            }
        }
    }

    private static void expectAway(RunningDashboard dashboard) {
        assertThat(ready(dashboard)).isEqualTo(503);
        assertThat(dashboard.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        var page = dashboard.get("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("The database does not answer")
                .contains("http-equiv=\"refresh\" content=\"5\"");
        var api = dashboard.api("/orders");
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(api.body()).contains("The database does not answer");
    }

    private static int ready(RunningDashboard dashboard) {
        return dashboard.get("/actuator/health/readiness").statusCode();
    }
}
