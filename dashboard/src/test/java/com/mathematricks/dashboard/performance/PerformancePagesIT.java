package com.mathematricks.dashboard.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.TradingMode;
import com.mathematricks.model.settings.WhenClosed;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class PerformancePagesIT {

    private static final String EVIL = "<script>alert(1)</script>.csv";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @RegisterExtension private static final OwnersDashboard OWNERS = new OwnersDashboard();

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void empty() {
        store.empty();
        strategy("demo");
    }

    private static void strategy(String name) {
        var settings =
                new StrategySettings(
                        new StrategyName(name),
                        1,
                        Fixtures.NOON,
                        new AccountId("paper"),
                        TradingMode.PAPER,
                        new BigDecimal("100000"),
                        Sizing.AS_SIGNALLED,
                        Limits.UNSET,
                        false,
                        1,
                        PositionMode.STATED,
                        null,
                        60,
                        WhenClosed.QUEUE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "key",
                        "secret",
                        false);
        store.insert(Collections.STRATEGIES, Documents.of(settings).append("_id", name));
    }

    private static Document day(String scope, String date, String equity, String pnl, String r) {
        return Fixtures.day(scope, date, equity)
                .append("pnl", Fixtures.decimal(pnl))
                .append("return", Fixtures.decimal(r));
    }

    /// 100,000, then 101,000, then 99,990.
    private static void twoDays(String scope) {
        store.insert(
                Collections.PNL_HISTORY,
                day(scope, "2026-11-18", "101000", "1000", "0.01"),
                day(scope, "2026-11-19", "99990", "-1010", "-0.01").append("gapDays", 1));
    }

    private static String page(String path) {
        HttpResponse<String> response = dashboard.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void saysWhatToDoBeforeTheFirstCloseAndWhatTheDayBroughtSoFar() {
        store.insert(Collections.ACCOUNTS, Fixtures.account());

        assertThat(text(page("/performance")))
                .contains("No day has been closed yet")
                // Equity 99,997.5 of 100,000 paid in.
                .contains("Equity now 99,997.50 USD")
                .contains("Since the start : -2.5 USD ( 0.00 % )")
                .contains("demo No day of it has been closed yet.");
    }

    @Test
    void showsHowAllDidTogether() {
        twoDays("total");
        twoDays("strategy demo");
        store.insert(Collections.ACCOUNTS, Fixtures.account());
        String page = page("/performance");

        assertThat(text(page))
                .contains("Total return -0.01 % 2 closed days")
                .contains("From 2026-11-19, deepest on 2026-11-19, not recovered yet.")
                // 99,997.5 − 99,990
                .contains("Since the close of 2026-11-19 : 7.5 USD ( 0.01 % )")
                .contains("from 100000.00 on 2026-11-17 to 99990.00 on 2026-11-19")
                .contains("Volatility a year 22.45 %")
                .contains("2026 – – – – – – – – – – -0.01 % – -0.01 %")
                .contains("demo 2026-11-19 99990 USD -1010 -10")
                .contains("holds 1 day that was not closed");
        assertThat(page)
                .contains("<polyline")
                .contains("data-curves=\"/performance/curves\"")
                .contains("aria-current=\"page\"");
    }

    @Test
    void asksForTheRiskFreeRateAndSaysWhatIsWrongWithIt() {
        twoDays("total");

        assertThat(page("/performance?riskFree=5")).contains("value=\"5\"");
        assertThat(text(page("/performance?riskFree=5"))).doesNotContain("0 is used");
        assertThat(page("/performance?riskFree=%3Cb%3E"))
                .contains("value=\"&lt;b&gt;\"")
                .contains("aria-invalid=\"true\"")
                .contains("Per cent a year from 0 to 100");
    }

    @Test
    void saysWhyThereIsNoTotal() {
        store.insert(
                Collections.ACCOUNTS,
                Fixtures.account(),
                Fixtures.account().append("_id", "euro").append("currency", "EUR"));

        assertThat(text(page("/performance")))
                .contains("The accounts keep different currencies")
                .doesNotContain("No day has been closed yet");
    }

    @Test
    void givesTheChartsTheirData() {
        twoDays("total");
        HttpResponse<String> response = dashboard.get("/performance/curves");
        JsonNode curves = Json.MAPPER.readTree(response.body());

        assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("json");
        assertThat(curves.propertyNames()).containsExactlyInAnyOrder("equity", "drawdown");
        assertThat(curves.get("equity").get(0).get("points").get(2))
                .isEqualTo(Json.MAPPER.readTree("{\"date\":\"2026-11-19\",\"value\":99990.0}"));
        assertThat(curves.get("drawdown").get(0).get("points").get(2).get("value").asDouble())
                .isCloseTo(-0.01, within(1e-12));
    }

    @Test
    void showsAStrategyWithWhatItsPositionsAreWorthNow() {
        twoDays("strategy demo");
        store.insert(Collections.ACCOUNTS, Fixtures.account());
        store.insert(
                Collections.POSITIONS,
                new Document("_id", "paper|demo|AAPL")
                        .append("strategy", "demo")
                        .append("currency", "USD")
                        .append("realizedPnl", Fixtures.decimal("10"))
                        .append("unrealizedPnl", Fixtures.decimal("-3"))
                        .append("fees", Fixtures.decimal("2")));

        assertThat(text(page("/performance/strategies/demo")))
                .contains("Equity now 100,005.00 USD")
                .contains("Since the close of 2026-11-19 : 15 USD")
                .contains("Daily returns of your backtest");
    }

    @Test
    void knowsNoPageOfAnUnknownStrategy() {
        assertThat(dashboard.get("/performance/strategies/nobody").statusCode()).isEqualTo(404);
        assertThat(dashboard.get("/performance/curves?strategy=nobody").statusCode())
                .isEqualTo(404);
        assertThat(upload("nobody", "a.csv", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void storesABacktestAndShowsItBesideTheLiveDays() {
        twoDays("strategy demo");
        HttpResponse<String> answer =
                upload("demo", EVIL, "date,return\n2026-01-05,0.5%\n2026-01-06,-0.25%\n");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(RunningDashboard.location(answer)).isEqualTo("/performance/strategies/demo");
        String page = page("/performance/strategies/demo");
        assertThat(text(page))
                .contains("The backtest is stored.")
                .contains("Metric Live Backtest What it is")
                // 1.005 × 0.9975 − 1
                .contains("Total return -0.01 % 0.25 %")
                .contains("Return by month, backtest")
                .contains("2 days from 2026-01-05 to 2026-01-06");
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;.csv")
                .doesNotContain("<script>");
        assertThat(
                        Json.MAPPER
                                .readTree(dashboard.get("/performance/curves?strategy=demo").body())
                                .get("growth"))
                .hasSize(2);

        post("/performance/strategies/demo/backtest/remove");
        assertThat(text(page("/performance/strategies/demo")))
                .contains("The backtest is removed.")
                .doesNotContain("Return by month, backtest");
    }

    @Test
    void refusesABacktestByItsLinesAndKeepsTheOneBefore() {
        upload("demo", "good.csv", "2026-01-05,0.005\n2026-01-06,-0.0025\n");
        HttpResponse<String> answer = upload("demo", "bad.csv", "2026-01-05,0.005\n<b>,x\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Nothing was stored.")
                .contains("Line 2: &#39;&lt;b&gt;&#39;; accepted: a date such as 2026-01-31.")
                .contains("good.csv");
        assertThat(upload("demo", "", "").body()).contains("Choose a file that is not empty.");
        assertThat(upload("demo", "big.csv", "x".repeat(1_100_000)).body())
                .contains("The file is larger than 1 MB.");
    }

    @Test
    void refusesAnUploadThatIsFarTooLongOrNotOurForm() {
        HttpResponse<String> huge = upload("demo", "huge.csv", "x".repeat(5_000_000));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("4 MB are the most that is taken");
        assertThat(upload("demo", "long.csv", "x".repeat(1_500_000)).body())
                .contains("The file is larger than 1 MB.");
        HttpResponse<String> foreign = multipart("demo", "a.csv", "2026-01-05,0.005", "stolen");
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    /// Its length is not announced, so it is read until it is too long, and not further.
    @Test
    void refusesAnUploadWithoutEnd() {
        byte[] body =
                ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"long.csv\"\r\n\r\n"
                                + "2026-01-05,0.005\n".repeat(600_000))
                        .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                dashboard.send(
                        dashboard
                                .request("/performance/strategies/demo/backtest?_csrf=" + csrf())
                                .header("Content-Type", "multipart/form-data; boundary=cut")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("4 MB are the most that is taken");
    }

    @Test
    void correlatesStrategies() {
        assertThat(text(page("/performance/correlation")))
                .contains("Two strategies with closed days are needed");

        strategy("other");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int ago = 3; ago > 0; ago--) {
            String date = today.minusDays(ago).toString();
            store.insert(
                    Collections.PNL_HISTORY,
                    day("strategy demo", date, "1", "0", "0.0" + ago),
                    day("strategy other", date, "1", "0", "-0.0" + ago));
        }
        store.insert(
                Collections.PNL_HISTORY,
                day("strategy demo", today.minusDays(400).toString(), "1", "0", "0.01"));

        assertThat(text(page("/performance/correlation")))
                .contains("demo 1.00 3 days -1.00 3 days other -1.00 3 days 1.00 3 days");
    }

    @Test
    void sendsPagesAndScriptsCompressed() {
        HttpResponse<String> script =
                dashboard.send(
                        dashboard
                                .request("/lightweight-charts/lightweight-charts-5.2.1.js")
                                .header("Accept-Encoding", "gzip"));

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    private static HttpResponse<String> upload(String strategy, String file, String content) {
        return multipart(strategy, file, content, csrf());
    }

    private static HttpResponse<String> multipart(
            String strategy, String file, String content, String csrf) {
        String body =
                """
                --cut\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --cut\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --cut--\r
                """
                        .formatted(csrf, file, content);
        return dashboard.send(
                dashboard
                        .request("/performance/strategies/" + strategy + "/backtest")
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String csrf() {
        var token = CSRF.matcher(page("/performance/strategies/demo"));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static void post(String path) {
        assertThat(dashboard.post(path, "_csrf=" + csrf()).statusCode()).isEqualTo(302);
    }
}
