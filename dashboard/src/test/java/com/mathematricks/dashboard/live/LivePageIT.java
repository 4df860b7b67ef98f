package com.mathematricks.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Await;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LivePageIT {

    private static List<String> listen(RunningDashboard dashboard, CompletableFuture<Void> ended) {
        List<String> lines = new CopyOnWriteArrayList<>();
        var _ =
                Thread.ofVirtual()
                        .start(() -> {
                            HttpResponse<Stream<String>> stream =
                                    dashboard.stream(dashboard.request("/live"));
                            lines.add("status " + stream.statusCode());
                            stream.body().forEach(lines::add);
                            ended.complete(null);
                        });
        return lines;
    }

    @Test
    void tellsOpenPagesUntilTheyLogOut() {
        try (var store = TestStore.open();
                var dashboard = RunningDashboard.start(store.uri())) {
            dashboard.logIn();
            var ended = new CompletableFuture<Void>();
            List<String> lines = listen(dashboard, ended);
            Await.until("answered", () -> lines.contains("data:there"));
            assertThat(lines.getFirst()).isEqualTo("status 200");

            var listeners = dashboard.context().getBean(Listeners.class);
            listeners.changed(Set.of("orders", "fills"));
            Await.until("told", () -> lines.contains("data:fills orders"));

            dashboard.post("/logout", dashboard.csrf("/"));
            listeners.changed(Set.of("accounts"));
            Await.until("ended", ended::isDone);
            assertThat(lines).doesNotContain("data:accounts");
            Await.until("left", () -> !listeners.any());
        }
    }

    @Test
    void isClosedToStrangers() {
        try (var store = TestStore.open();
                var dashboard = RunningDashboard.start(store.uri())) {
            assertThat(RunningDashboard.location(dashboard.get("/live"))).startsWith("/login");
        }
    }
}
