package com.mathematricks.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the dashboard answers, it tells the browser what it may not do with it.
class HeadersIT {

    @RegisterExtension private static final OwnersDashboard OWNERS = new OwnersDashboard();

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeAll
    static void fill() {
        Fixtures.fill(store);
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/signals, 200",
        "/signals/demo:a1, 200",
        "/signals.csv, 200",
        "/orders?show=all, 200",
        "/positions, 200",
        "/activity, 200",
        "/activity/messages, 200",
        "/strategies, 200",
        "/strategies/new, 200",
        "/performance, 200",
        "/performance/correlation, 200",
        "/test-signal, 200",
        "/accounts, 200",
        "/accounts/overall, 200",
        "/control, 200",
        "/control/confirm?action=HALT&scope=all, 200",
        "/nothing, 404",
        "/signals/nobody, 404",
        "/signals?limit=none, 400",
        "/positions/of, 400",
        "/api/v1/orders, 401",
        "/login, 200",
        "/script.js, 404"
    })
    void everyAnswerIsStrict(String path, int status) {
        expectStrict(dashboard.get(path), status);
    }

    @Test
    void soAreRefusals() {
        expectStrict(dashboard.post("/control", "action=HALT"), 403);
        expectStrict(dashboard.post("/signals", dashboard.csrf("/")), 405);
        HttpResponse<String> tooLong = dashboard.post("/test-signal", "a".repeat(5_000_000));
        expectStrict(tooLong, 413);
        assertThat(tooLong.body()).contains("4 MB are the most that is taken");
        expectStrict(dashboard.api("/nothing"), 404);
        expectStrict(dashboard.api("/orders?limit=none"), 400);
    }

    @Test
    void soIsTheRefusalOfAnAddressThatNobodyReads() {
        HttpResponse<String> answer = dashboard.get("/signals;a=b/%2e%2e/secret");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    private static void expectStrict(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                .hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
}
