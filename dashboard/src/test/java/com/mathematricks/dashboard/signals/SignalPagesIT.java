package com.mathematricks.dashboard.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalPagesIT {

    private static final String EVIL = "<script>alert(1)</script>'\"><img src=x onerror=alert(2)>";

    @RegisterExtension
    private static final OwnersDashboard OWNERS =
            new OwnersDashboard("trader.dashboard.webhook-url=https://trade.example/webhook");

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void empty() {
        store.empty();
    }

    private static String text(String path) {
        var response = dashboard.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void waitsForTheFirstAlertWithTheAddressAndWhatReachedIt() {
        store.insert(
                Collections.WEBHOOK_REQUESTS,
                new Document("_id", 1)
                        .append("n", 1L)
                        .append("at", Fixtures.at(0))
                        .append("address", "198.51.100.7")
                        .append("path", "/webhook/***")
                        .append("status", 401)
                        .append("cause", "wrong key")
                        .append("cure", "copy it again"));

        assertThat(text("/"))
                .contains("Waiting for your first alert")
                .contains("https://trade.example/webhook/WEBHOOK-KEY")
                .contains("{{strategy.order.action}}")
                .contains(
                        "401 2026-11-20 12:00:00 UTC 198.51.100.7 /webhook/*** wrong key copy it again");
    }

    @Test
    void listsSignalsWithVerdictReasonAndOrders() {
        Fixtures.fill(store);

        assertThat(text("/signals"))
                .contains(
                        "Refused 2026-11-20 12:00:03 UTC demo refused:r3 quantity: 1,000 has a comma")
                .contains(
                        "Denied 2026-11-20 12:00:02 UTC demo a2 The signal is 300 s old. SIGNAL_STALE age against the limit")
                .contains(
                        "Approved 2026-11-20 12:00:01 UTC demo a1 All checks passed. BUY 5 AAPL, MARKET ENTRY: FILLED 5 at 168.2168")
                .contains("Came again 2 more times");
    }

    @Test
    void leadsToOlderSignals() {
        Fixtures.fill(store);
        String first = dashboard.get("/signals?limit=2&strategy=demo").body();
        String older = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1");

        assertThat(text(older.replace("&amp;", "&")))
                .contains("Older signals.")
                .contains("demo a1")
                .doesNotContain("demo a2");
    }

    @ParameterizedTest
    @CsvSource({
        "strategy=demo, a1 a2 r3",
        "strategy=other, ''",
        "status=REFUSED, r3",
        "status=DENIED, a2",
        "status=DECIDED&strategy=demo, a1 a2",
        "kind=TRADINGVIEW, a1 a2",
        "kind=ENVELOPE, ''",
        "instrument=aapl, a1 a2",
        "instrument=AAP, ''",
        "from=2026-11-20&to=2026-11-20, a1 a2 r3",
        "from=2026-11-21, ''",
        "to=2026-11-19, ''",
        "status=&kind=&from=, a1 a2 r3",
    })
    void narrowsToWhatIsLookedFor(String query, String expected) {
        Fixtures.fill(store);
        store.database()
                .getCollection(Collections.TRADING_SIGNALS)
                .updateOne(
                        new Document("_id", "demo:a2"),
                        new Document("$set", new Document("intake.answer.outcome", "DENIED")));
        String page = dashboard.get("/signals?" + query).body();

        assertThat(
                        Stream.of("a1", "a2", "r3")
                                .filter(id ->
                                        page.contains("data-key=\"demo:" + id)
                                                || page.contains("data-key=\"refused:" + id)))
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void saysAtTheFieldWhichDayIsNoneAndKeepsIt() {
        var page = dashboard.get("/signals?from=yesterday&strategy=demo");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("Accepted: a day like 2026-11-23")
                .contains("value=\"yesterday\"")
                .contains("value=\"demo\"");
    }

    @Test
    void exportsWithoutFormulas() {
        Fixtures.fill(store);
        store.insert(
                Collections.TRADING_SIGNALS,
                Fixtures.signal(4, "demo", "=HYPERLINK(1)", "DECIDED").append("raw", "+1\n\"x\""));
        var csv = dashboard.get("/signals.csv?strategy=demo");

        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines().toList())
                .hasSize(6)
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("2026-11-20T12:00:04Z,demo,\"'=HYPERLINK(1)\",")
                                .endsWith("\"'+1"));
        assertThat(csv.body()).contains("\"\"x\"\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1"})
    void exportsNoFormulaInAnyColumn(String formula) {
        Document signal = Fixtures.signal(1, formula, formula, "DECIDED").append("raw", formula);
        signal.get("intake", Document.class).append("format", formula).append("source", formula);
        String key = formula + ":" + formula;
        store.insert(Collections.TRADING_SIGNALS, signal);
        store.insert(
                Collections.SIGNAL_DECISIONS,
                Fixtures.decision(key, formula, formula).append("reason", formula));
        store.insert(
                Collections.ORDERS,
                Fixtures.order("E7A1", key, 2)
                        .append("instrument", formula)
                        .append("account", formula));

        String rows = dashboard.get("/signals.csv").body();

        // A cell begins behind a comma, a quote or a line's end.
        assertThat(rows.substring(rows.indexOf('\n') + 1))
                .contains("'" + formula)
                .doesNotContainPattern("(^|,)\"?[=+\\-@\\t]")
                .doesNotContainPattern("(^|,)\"?\r");
    }

    @Test
    void showsEveryCheckWithItsNumbersAndTheWay() {
        Fixtures.fill(store);

        assertThat(text("/signals/demo:a1"))
                .contains("passed SIGNAL_STALE AAPL age against the limit age 1 limit 120")
                .contains("1000 USD ÷ 168.2 = 5.9 rounded down to 5")
                .contains("Posted to the engine 2026-11-20 12:00:02 UTC after 1000 ms")
                .contains("First fill 2026-11-20 12:00:03 UTC after 2000 ms")
                // 168.2168 − 168.2, and 0.0168 ÷ 168.2.
                .contains("Slippage 0.0168 a unit, 0.01 %, against us")
                .contains("E7A1 AAPL BUY 5 MARKET ENTRY Filled 5 168.2168 demo")
                .contains("BUY 5 AAPL 168.2168 1 USD SIGNAL E7A1")
                .contains("As received {&quot;ticker&quot;: &quot;AAPL&quot;");
    }

    @Test
    void showsWhatARefusedSignalGotWrong() {
        Fixtures.fill(store);

        assertThat(text("/signals/refused:r3"))
                .contains("Field quantity was 1,000 ; accepted: a number without commas");
    }

    @Test
    void escapesWhateverASenderWrote() {
        Document signal =
                Fixtures.signal(1, "demo", EVIL, "DECIDED").append("raw", EVIL + "\u202e");
        store.insert(Collections.TRADING_SIGNALS, signal);
        store.insert(
                Collections.SIGNAL_DECISIONS,
                Fixtures.decision("demo:" + EVIL, "DENIED", EVIL)
                        .append("reason", EVIL)
                        .append("sizing", List.of(EVIL)));
        store.insert(
                Collections.SERVICE_STATUS,
                Fixtures.service(EVIL, Fixtures.NOON).append("lastDid", EVIL));

        String list = dashboard.get("/").body();
        String link = list.replaceAll("(?s).*class=\"id\" href=\"([^\"]*)\".*", "$1");
        var page = dashboard.get(link);

        assertThat(link).startsWith("/signal?key=demo%3A%3Cscript%3E");
        assertThat(page.statusCode()).isEqualTo(200);
        for (String html : List.of(list, page.body())) {
            assertThat(html)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>")
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void offersTheKeysWhereAnIdIsNotOfOneStrategy() {
        store.insert(
                Collections.TRADING_SIGNALS,
                Fixtures.signal(1, "demo", "same", "DECIDED"),
                Fixtures.signal(2, "other", "same", "DECIDED"));

        assertThat(dashboard.get("/signals/same").body())
                .contains("href=\"/signals/demo:same\"")
                .contains("href=\"/signals/other:same\"");
    }

    @Test
    void answersNotFoundAndRefusedParametersWithAPage() {
        var unknown = dashboard.get("/signals/nobody");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("<h1>404 Not Found</h1>");
        var refused = dashboard.get("/signals?limit=%3Cb%3E");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("limit &#39;&lt;b&gt;&#39; is refused");
    }
}
