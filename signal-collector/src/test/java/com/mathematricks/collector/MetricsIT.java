package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MetricsIT {

    @Test
    void tellsWhatWaitsAndWhatCame() {
        try (var store = new TestStore();
                var engine = new FakeEngine()) {
            store.add(Strategies.named("demo"));
            engine.onSignal = _ -> new FakeEngine.Reply.Problem(503, "of the test");
            try (var collector = new RunningCollector(store.uri(), engine.url())) {
                await().until(() ->
                        collector.get("/actuator/health/readiness").statusCode() == 200);
                assertThat(collector.get("/actuator/prometheus").statusCode()).isEqualTo(401);
                assertThat(value(collector, "trader_signals_waiting")).hasValue(0);
                assertThat(value(collector, "trader_signals_waiting_oldest_seconds")).hasValue(0);

                assertThat(collector.post("demo", Bodies.buyWithId("a")).statusCode())
                        .isEqualTo(202);
                assertThat(collector.post("demo", "{").statusCode()).isEqualTo(400);

                assertThat(value(collector, "trader_signals_waiting")).hasValue(1);
                assertThat(value(collector, "trader_signals_received_total")).hasValue(2);
                assertThat(value(collector, "trader_webhook_requests_total{status=\"202\"}"))
                        .hasValue(1);
                assertThat(value(collector, "trader_webhook_requests_total{status=\"400\"}"))
                        .hasValue(1);
                await().until(() ->
                        value(collector, "trader_signals_waiting_oldest_seconds").orElseThrow()
                                > 0);

                engine.onSignal = _ -> FakeEngine.APPROVE;
                await().until(() -> value(collector, "trader_signals_waiting").orElseThrow() == 0);
                await().until(() ->
                        value(collector, "trader_signals_waiting_oldest_seconds").orElseThrow()
                                == 0);
            }
        }
    }

    private static OptionalDouble value(RunningCollector collector, String metric) {
        HttpResponse<String> metrics =
                collector.get(
                        "/actuator/prometheus", "Authorization", "Bearer " + FakeEngine.TOKEN);
        return metrics.body()
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst();
    }
}
