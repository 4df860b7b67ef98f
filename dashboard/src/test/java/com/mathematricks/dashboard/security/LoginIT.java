package com.mathematricks.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginIT {

    private static final String RIGHT = "&password=" + RunningDashboard.PASSWORD.replace(' ', '+');

    private static TestStore store;
    private static RunningDashboard dashboard;

    @BeforeAll
    static void start() {
        store = TestStore.open();
        dashboard = RunningDashboard.start(store.uri());
    }

    @AfterAll
    static void stop() {
        dashboard.close();
        store.close();
    }

    @BeforeEach
    void comeAsAStranger() {
        dashboard.forgetCookies();
    }

    @Test
    void leadsFromADeepLinkToTheLoginAndBack() {
        HttpResponse<String> closed = dashboard.get("/signals/demo:1?a=b&c=d");
        String login = RunningDashboard.location(closed);
        assertThat(closed.statusCode()).isEqualTo(302);
        assertThat(login).isEqualTo("/login?to=%2Fsignals%2Fdemo%3A1%3Fa%3Db%26c%3Dd");
        assertThat(dashboard.get(login).body())
                .contains("name=\"to\" value=\"/signals/demo:1?a=b&amp;c=d\"");

        HttpResponse<String> in =
                dashboard.post(
                        "/login",
                        dashboard.csrf("/login") + RIGHT + "&to=%2Fsignals%2Fdemo%3A1%3Fa%3Db");

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(RunningDashboard.location(in)).isEqualTo("/signals/demo:1?a=b");
        List<String> cookies = in.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("trader-session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(dashboard.get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example"})
    void neverLeadsToAnotherServer(String to) {
        assertThat(dashboard.get("/login?to=" + to).body()).contains("name=\"to\" value=\"/\"");

        HttpResponse<String> in =
                dashboard.post("/login", dashboard.csrf("/login") + RIGHT + "&to=" + to);

        assertThat(RunningDashboard.location(in)).isEqualTo("/");
    }

    @Test
    void keepsTheWayBackOverAWrongPassword() {
        HttpResponse<String> wrong =
                dashboard.post(
                        "/login", dashboard.csrf("/login") + "&password=wrong&to=%2Fsignals%2Fx");

        assertThat(RunningDashboard.location(wrong)).isEqualTo("/login?to=%2Fsignals%2Fx&wrong");
        assertThat(dashboard.get(RunningDashboard.location(wrong)).body())
                .contains("That password is wrong.");
        assertThat(dashboard.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void looksAtNoPasswordAfterFiveWrongOnes() {
        try (var throttled = RunningDashboard.start(store.uri())) {
            String csrf = throttled.csrf("/login");
            for (int i = 0; i < 5; i++) {
                var _ = throttled.post("/login", csrf + "&password=wrong");
            }

            HttpResponse<String> right = throttled.post("/login", csrf + RIGHT);

            assertThat(RunningDashboard.location(right)).matches("/login\\?wait=\\d+");
            assertThat(throttled.get(RunningDashboard.location(right)).body())
                    .containsPattern(
                            "Too many wrong passwords.*looked at in <span>[1-9]\\d*</span> seconds");
            assertThat(throttled.get("/").statusCode()).isEqualTo(302);
        }
    }

    /// Who planted a session before the login has none afterwards.
    @Test
    void aLoginMakesASessionThatNobodyKnewBefore() {
        HttpRequest.Builder planted =
                dashboard
                        .request("/login")
                        .header("Cookie", "trader-session=PLANTED")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        dashboard.csrf("/login") + RIGHT));
        String first = session(dashboard.send(planted));
        String second = session(dashboard.post("/login", dashboard.csrf("/login") + RIGHT));
        dashboard.forgetCookies();

        assertThat(first).isNotEqualTo("PLANTED").isNotEqualTo(second);
        for (String old : List.of("PLANTED", first)) {
            HttpRequest.Builder request =
                    dashboard.request("/").header("Cookie", "trader-session=" + old);
            assertThat(dashboard.send(request).statusCode()).as(old).isEqualTo(302);
        }
    }

    private static String session(HttpResponse<?> login) {
        assertThat(RunningDashboard.location(login)).isEqualTo("/");
        return login.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("trader-session="))
                .map(cookie -> cookie.replaceAll("trader-session=([^;]*).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesFormsThatAreNotOurs() {
        assertThat(dashboard.post("/login", RIGHT.substring(1)).statusCode()).isEqualTo(403);
        dashboard.logIn();

        assertThat(dashboard.post("/logout", "").statusCode()).isEqualTo(403);
        assertThat(dashboard.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void logsOut() {
        dashboard.logIn();

        HttpResponse<String> out = dashboard.post("/logout", dashboard.csrf("/"));

        assertThat(RunningDashboard.location(out)).isEqualTo("/login?out");
        assertThat(dashboard.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void leavesNoSessionBehindForAStranger() {
        assertThat(dashboard.get("/login").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("trader-session="));
        assertThat(dashboard.get("/signals/x").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("trader-session="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/signals/x", "/signal?key=x", "/nothing"})
    void closesEveryPage(String path) {
        assertThat(RunningDashboard.location(dashboard.get(path))).startsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/login", "/style.css", "/icon.svg"})
    void opensHealthAndLoginOnly(String path) {
        HttpResponse<String> open = dashboard.get(path);

        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(open.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(open.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(open.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void opensTheApiToItsTokenOnly() {
        dashboard.logIn();
        HttpResponse<String> session = dashboard.get("/api/v1/orders");
        assertThat(session.statusCode()).isEqualTo(401);
        assertThat(session.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(session.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(session.body()).contains("\"status\":401").contains("Authorization: Bearer");
        dashboard.forgetCookies();

        for (String header :
                List.of(
                        RunningDashboard.TOKEN,
                        "Bearer",
                        "Bearer " + RunningDashboard.TOKEN + "x",
                        "Basic " + RunningDashboard.TOKEN)) {
            HttpRequest.Builder request =
                    dashboard.request("/api/v1/orders").header("Authorization", header);
            assertThat(dashboard.send(request).statusCode()).as(header).isEqualTo(401);
        }
        HttpResponse<String> open = dashboard.api("/orders");
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesToStartWithAWeakSecret() {
        assertThatThrownBy(
                        () -> RunningDashboard.start(store.uri(), "trader.api-token=short").close())
                .hasMessage(
                        "trader.api-token is too short: at least 16 characters that nobody can"
                                + " guess are needed, put them in /run/secrets/trader.api-token");
        assertThatThrownBy(() ->
                        RunningDashboard.start(store.uri(), "trader.dashboard.password=short")
                                .close())
                .hasMessageStartingWith(
                        "trader.dashboard.password is too short: at least 12 characters");
    }
}
