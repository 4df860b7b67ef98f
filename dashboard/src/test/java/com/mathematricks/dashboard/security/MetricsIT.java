package com.mathematricks.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsIT {

    private static final String INTERNAL_TOKEN = "the-internal-token-of-tests";

    private static HttpResponse<String> metrics(RunningDashboard dashboard, String token) {
        return told(dashboard, "/actuator/prometheus", token);
    }

    private static HttpResponse<String> told(
            RunningDashboard dashboard, String path, String token) {
        return dashboard.send(dashboard.request(path).header("Authorization", "Bearer " + token));
    }

    @Test
    void tellsMetricsToTheInternalTokenOnly() {
        try (var store = TestStore.open();
                var dashboard =
                        RunningDashboard.start(
                                store.uri(), "trader.internal-token=" + INTERNAL_TOKEN)) {
            HttpResponse<String> told = metrics(dashboard, INTERNAL_TOKEN);
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body()).contains("jvm_memory_used_bytes", "process_uptime_seconds");

            assertThat(metrics(dashboard, RunningDashboard.TOKEN).statusCode()).isEqualTo(401);
            dashboard.logIn();
            assertThat(dashboard.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void listsItsPartsToTheInternalToken() {
        try (var store = TestStore.open();
                var dashboard =
                        RunningDashboard.start(
                                store.uri(), "trader.internal-token=" + INTERNAL_TOKEN)) {
            HttpResponse<String> parts =
                    told(dashboard, "/actuator/sbom/application", INTERNAL_TOKEN);
            assertThat(parts.statusCode()).isEqualTo(200);
            assertThat(parts.body()).contains("CycloneDX", "mongodb-driver-sync");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/prometheus", "/actuator/sbom"})
    void closesAllButHealthWhereThereIsNoInternalToken(String path) {
        try (var store = TestStore.open();
                var dashboard = RunningDashboard.start(store.uri())) {
            assertThat(dashboard.get(path).statusCode()).isEqualTo(401);
            assertThat(dashboard.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }
}
