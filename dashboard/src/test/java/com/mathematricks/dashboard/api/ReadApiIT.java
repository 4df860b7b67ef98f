package com.mathematricks.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.dashboard.strategies.ListedStrategy;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.store.Collections;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadApiIT {

    private static TestStore store;
    private static RunningDashboard dashboard;

    @BeforeAll
    static void start(@TempDir Path folder) {
        store = TestStore.open();
        dashboard =
                RunningDashboard.start(
                        store.uri(),
                        "trader.strategies-file=" + folder.resolve("strategies.yml"),
                        "trader.generated-secrets-file=" + folder.resolve("generated"));
        com.mathematricks.dashboard.Await.until(
                "readiness", () -> dashboard.get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        dashboard.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        List.of(
                        Collections.TRADING_SIGNALS,
                        Collections.SIGNAL_DECISIONS,
                        Collections.ORDERS,
                        Collections.FILLS,
                        Collections.POSITIONS,
                        Collections.ACCOUNTS,
                        Collections.JOURNAL)
                .forEach(name -> store.database().getCollection(name).deleteMany(new Document()));
    }

    private static JsonNode tree(String json) {
        return Json.MAPPER.readTree(json);
    }

    private static List<String> ids(JsonNode list, String field) {
        List<String> ids = new ArrayList<>();
        list.get("items").forEach(item -> ids.add(item.get(field).asString()));
        return ids;
    }

    private static final String ORDER =
            """
            {"clientOrderId":"E7A1","brokerOrderId":"P-1","signalId":"a1","signalKey":"demo:a1",
             "strategy":"demo","account":"paper","instrument":"AAPL","side":"BUY","type":"MARKET",
             "quantity":"5","limitPrice":null,"stopPrice":null,"trail":null,"timeInForce":"DAY","role":"ENTRY",
             "status":"FILLED","filledQuantity":"5","averagePrice":"168.2168","waitsUntil":null,
             "createdAt":"2026-11-20T12:00:02Z","updatedAt":"2026-11-20T12:00:03Z","reason":null}\
            """;

    private static final String FILL =
            """
            {"id":"paper|AAPL|F1","clientOrderId":"E7A1","signalId":"a1","signalKey":"demo:a1",
             "strategy":"demo","account":"paper","instrument":"AAPL","side":"BUY","quantity":"5","price":"168.2168",
             "fee":"1","currency":"USD","priceSource":"SIGNAL","at":"2026-11-20T12:00:03Z"}\
            """;

    private static String page(String item) {
        return "{\"items\":[" + item + "],\"next\":null}";
    }

    @Test
    void listsOrders() {
        Fixtures.fill(store);

        assertThat(dashboard.json("/orders")).isEqualTo(tree(page(ORDER)));
    }

    @Test
    void listsFills() {
        Fixtures.fill(store);

        assertThat(dashboard.json("/fills")).isEqualTo(tree(page(FILL)));
    }

    @Test
    void listsPositions() {
        Fixtures.fill(store);

        assertThat(dashboard.json("/positions"))
                .isEqualTo(
                        tree(
                                page(
                                        """
                                        {"account":"paper","strategy":"demo","instrument":"AAPL",
                                         "quantity":"-5","averagePrice":"168.2168","markPrice":null,
                                         "pricedAt":"2026-11-20T12:00:03Z","priceSource":"QUOTE",
                                         "priceStale":true,
                                         "realizedPnl":"0","unrealizedPnl":"-1.5","currency":"USD",
                                         "markedAt":"2026-11-20T12:00:04Z"}\
                                        """)));
    }

    @Test
    void listsAccountsWithPlainNumbers() {
        Fixtures.fill(store);

        assertThat(dashboard.json("/accounts"))
                .isEqualTo(
                        tree(
                                page(
                                        """
                                        {"id":"paper","broker":"PAPER","currency":"USD",
                                         "cash":"100000","flows":"100000","realizedPnl":"0",
                                         "unrealizedPnl":"-1.5","fees":"1","equity":"99997.5",
                                         "state":"ACTIVE","markedAt":"2026-11-20T12:00:04Z"}\
                                        """)));
    }

    @Test
    void listsTheEquityOfEachAccount() {
        Instant before = Clock.systemUTC().instant();
        Document unmarked = Fixtures.account().append("_id", "new");
        unmarked.remove("markedAt");
        store.insert(Collections.ACCOUNTS, unmarked, Fixtures.account());

        JsonNode items = dashboard.json("/equity").get("items");

        assertThat(items.get(1))
                .isEqualTo(
                        tree(
                                """
                                {"scope":"account paper","at":"2026-11-20T12:00:04Z",
                                 "equity":"99997.5"}\
                                """));
        assertThat(Instant.parse(items.get(0).get("at").asString()))
                .isBetween(before, before.plus(Duration.ofMinutes(1)));
    }

    @Test
    void listsTheClosedDaysOfAScopeNewestFirst() {
        store.insert(
                Collections.PNL_HISTORY,
                Fixtures.day("total", "2026-11-19", "100010"),
                Fixtures.day("total", "2026-11-20", "100025.5"),
                Fixtures.day("strategy demo", "2026-11-20", "100001"));

        JsonNode first = dashboard.json("/equity?scope=total&limit=1");
        assertThat(first.get("items"))
                .isEqualTo(
                        tree(
                                """
                                [{"scope":"total","at":"2026-11-20T22:00:00Z",
                                  "equity":"100025.5"}]\
                                """));
        assertThat(
                        dashboard
                                .json("/equity?scope=total&cursor=" + first.get("next").asString())
                                .get("items")
                                .get(0)
                                .get("at")
                                .asString())
                .isEqualTo("2026-11-19T22:00:00Z");
        assertThat(dashboard.json("/equity?scope=strategy%20demo").get("items")).hasSize(1);
    }

    @Test
    void listsTheJournalNewestFirst() {
        Fixtures.fill(store);

        assertThat(dashboard.json("/journal?limit=1").get("items"))
                .isEqualTo(
                        tree(
                                """
                                [{"sequence":2,"epoch":"E7","at":"2026-11-20T12:00:02Z",
                                  "writer":"w1","kind":"FILLED","key":"seq:2","account":"paper",
                                  "changes":[{"quantity":"5","price":"168.2",
                                              "at":"2026-11-20T12:00:03Z"}]}]\
                                """));
        assertThat(ids(dashboard.json("/journal?key=seq:1"), "sequence")).containsExactly("1");
    }

    @Test
    void listsTheSeededStrategyWithoutItsHashes() {
        JsonNode strategies = dashboard.json("/strategies").get("items");

        assertThat(strategies.size()).isEqualTo(1);
        JsonNode demo = strategies.get(0);
        assertThat(demo.propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(ListedStrategy.class.getRecordComponents())
                                .map(component -> component.getName())
                                .toList());
        assertThat(demo.get("name").asString()).isEqualTo("demo");
        assertThat(demo.get("capital").asString()).isEqualTo("100000");
        assertThat(demo.get("sizing"))
                .isEqualTo(tree("{\"mode\":\"FIXED_NOTIONAL\",\"value\":\"1000\"}"));
        assertThat(demo.get("limits").get("values").get("max_position_percent").asString())
                .isEqualTo("10");
        assertThat(demo.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(demo.get("accountSettings").get("id").asString()).isEqualTo("paper");
        assertThat(demo.get("accountSettings").get("cash").asString()).isEqualTo("100000");
        assertThat(demo.get("overallLimits"))
                .isEqualTo(tree("{\"values\":{},\"onLimit\":null,\"onLoss\":null}"));
    }

    @Test
    void listsServicesAndSaysWhichAreSilent() {
        Instant now = Clock.systemUTC().instant();
        store.insert(
                Collections.SERVICE_STATUS,
                Fixtures.service("a-fresh-one", now),
                Fixtures.service("b-silent-one", now.minusSeconds(21)));

        List<String> healths = new ArrayList<>();
        dashboard
                .json("/services")
                .get("items")
                .forEach(service ->
                        healths.add(
                                service.get("name").asString()
                                        + " "
                                        + service.get("health").asString()));

        assertThat(healths).contains("a-fresh-one UP", "b-silent-one SILENT");
    }

    @Test
    void tellsASignalsWholeStory() {
        Fixtures.fill(store);

        assertThat(dashboard.json("/signals/a1"))
                .isEqualTo(
                        tree(
                                """
                                {"id":"a1","key":"demo:a1","strategy":"demo","status":"DECIDED",
                                 "receivedAt":"2026-11-20T12:00:01Z","sentAt":null,
                                 "source":"WEBHOOK","format":"TRADINGVIEW",
                                 "raw":"{\\"ticker\\": \\"AAPL\\", \\"passphrase\\": \\"***\\"}",
                                 "error":null,"repeats":2,"repeatOf":null,
                                 "decision":{"outcome":"APPROVED","code":"APPROVED",
                                  "reason":"All checks passed.",
                                  "checks":[
                                   {"code":"TRADING_HALTED","passed":true,
                                    "text":"trading is active","numbers":{},"subject":null},
                                   {"code":"SIGNAL_STALE","passed":true,
                                    "text":"age against the limit",
                                    "numbers":{"age":"1","limit":"120"},"subject":"AAPL"}],
                                  "sizing":["1000 USD ÷ 168.2 = 5.9 rounded down to 5"],
                                  "notes":[],"late":false,"account":"paper","settingsVersion":1,
                                  "sequence":7,"referencePrice":"168.2",
                                  "decidedAt":"2026-11-20T12:00:02Z","atOpen":null},
                                 "orders":[@ORDER@],"fills":[@FILL@],
                                 "timings":{"received":"2026-11-20T12:00:01Z",
                                  "posted":"2026-11-20T12:00:02Z",
                                  "decided":"2026-11-20T12:00:02Z",
                                  "firstFill":"2026-11-20T12:00:03Z"}}\
                                """
                                        .replace("@ORDER@", ORDER)
                                        .replace("@FILL@", FILL)));
    }

    @Test
    void listsSignalsWithWhatBecameOfThem() {
        Fixtures.fill(store);

        JsonNode list = dashboard.json("/signals");

        assertThat(ids(list, "id")).containsExactly("refused:r3", "a2", "a1");
        JsonNode refused = list.get("items").get(0);
        assertThat(refused.get("key").isNull()).isTrue();
        assertThat(refused.get("decision").isNull()).isTrue();
        assertThat(refused.get("error"))
                .isEqualTo(
                        tree(
                                """
                                {"field":"quantity","value":"1,000",
                                 "accepted":"a number without commas",
                                 "text":"quantity: 1,000 has a comma"}\
                                """));
        JsonNode denied = list.get("items").get(1);
        assertThat(denied.get("decision").get("code").asString()).isEqualTo("SIGNAL_STALE");
        assertThat(denied.get("orders").size()).isZero();
        assertThat(list.get("items").get(2).get("fills").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "status=REFUSED, refused:r3",
        "strategy=other, o1",
        "key=demo:a2, a2",
        "id=a1, a1",
        "status=DECIDED&strategy=other, o1"
    })
    void narrowsSignals(String filter, String id) {
        Fixtures.fill(store);
        store.insert(Collections.TRADING_SIGNALS, Fixtures.signal(4, "other", "o1", "DECIDED"));

        assertThat(ids(dashboard.json("/signals?" + filter), "id")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "demo:a1"})
    void findsASignalByIdAndByKey(String word) {
        Fixtures.fill(store);

        assertThat(dashboard.json("/signals/" + word).get("key").asString()).isEqualTo("demo:a1");
    }

    @Test
    void findsASignalWhoseIdHasSlashes() {
        store.insert(Collections.TRADING_SIGNALS, Fixtures.signal(1, "demo", "a/b/c", "RECEIVED"));

        assertThat(dashboard.json("/signals/a/b/c").get("id").asString()).isEqualTo("a/b/c");
    }

    @Test
    void showsTheOriginalAndNotItsRepeats() {
        Document repeat = Fixtures.signal(1, "demo", "a1", "REPEAT").append("_id", "repeat:1");
        store.insert(
                Collections.TRADING_SIGNALS, repeat, Fixtures.signal(2, "demo", "a1", "DECIDED"));

        assertThat(dashboard.json("/signals/a1").get("status").asString()).isEqualTo("DECIDED");
        assertThat(dashboard.json("/signals/demo:a1").get("status").asString())
                .isEqualTo("DECIDED");
        assertThat(dashboard.json("/signals/repeat:1").get("status").asString())
                .isEqualTo("REPEAT");
    }

    @Test
    void answersWithTheKeysWhereSeveralStrategiesUsedAnId() {
        store.insert(
                Collections.TRADING_SIGNALS,
                Fixtures.signal(1, "demo", "same", "DECIDED"),
                Fixtures.signal(2, "other", "same", "DECIDED"));

        HttpResponse<String> answer = dashboard.api("/signals/same");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(tree(answer.body()).get("keys"))
                .isEqualTo(tree("[\"demo:same\",\"other:same\"]"));
    }

    @Test
    void showsAnOutsideWritersDocumentAsJsonWithoutOurNotes() {
        var id = new ObjectId("6740a0a0a0a0a0a0a0a0a0a0");
        Document outside =
                new Document("_id", id)
                        .append("ticker", "MSFT")
                        .append("quantity", 3)
                        .append(
                                "intake",
                                Fixtures.refused(5)
                                        .get("intake", Document.class)
                                        .append("source", "OUTSIDE"));
        store.insert(
                Collections.TRADING_SIGNALS,
                outside,
                new Document("_id", "unseen").append("passphrase", "not masked yet"));

        JsonNode found = dashboard.json("/signals/" + id.toHexString());

        assertThat(found.get("id").asString()).isEqualTo(id.toHexString());
        assertThat(tree(found.get("raw").asString()))
                .isEqualTo(
                        tree(
                                """
                                {"_id":{"$oid":"6740a0a0a0a0a0a0a0a0a0a0"},
                                 "ticker":"MSFT","quantity":3}\
                                """));
        assertThat(dashboard.api("/signals/unseen").statusCode()).isEqualTo(404);
        assertThat(dashboard.json("/signals").get("items").size()).isEqualTo(1);
    }

    @Test
    void pagesSignalsWithoutGapOrDoubleWhileNewOnesArrive() {
        IntStream.rangeClosed(1, 7)
                .forEach(i ->
                        store.insert(
                                Collections.TRADING_SIGNALS,
                                Fixtures.signal(i, "demo", "s" + i, "RECEIVED")));

        JsonNode first = dashboard.json("/signals?limit=3");
        store.insert(Collections.TRADING_SIGNALS, Fixtures.signal(8, "demo", "s8", "RECEIVED"));
        JsonNode second = dashboard.json("/signals?limit=3&cursor=" + first.get("next").asString());
        JsonNode third = dashboard.json("/signals?limit=3&cursor=" + second.get("next").asString());

        assertThat(ids(first, "id")).containsExactly("s7", "s6", "s5");
        assertThat(ids(second, "id")).containsExactly("s4", "s3", "s2");
        assertThat(ids(third, "id")).containsExactly("s1");
        assertThat(third.get("next").isNull()).isTrue();
    }

    @Test
    void pagesOrdersThatHaveOneTime() {
        List.of("C", "A", "E", "B", "D")
                .forEach(id -> store.insert(Collections.ORDERS, Fixtures.order(id, "demo:a1", 5)));
        store.insert(Collections.ORDERS, Fixtures.order("Z", "demo:a1", 1));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = dashboard.json("/orders?strategy=demo&limit=2" + cursor);
            seen.addAll(ids(page, "clientOrderId"));
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("E", "D", "C", "B", "A", "Z");
    }

    @Test
    void pagesPositionsByName() {
        for (String name : List.of("b", "c", "a")) {
            store.insert(
                    Collections.POSITIONS,
                    Fixtures.position().append("_id", name).append("instrument", name));
        }
        JsonNode first = dashboard.json("/positions?limit=2");

        assertThat(ids(first, "instrument")).containsExactly("a", "b");
        assertThat(
                        ids(
                                dashboard.json("/positions?cursor=" + first.get("next").asString()),
                                "instrument"))
                .containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders?limit=0 | limit | 0 | a whole number from 1 to 500",
                "/orders?limit=501 | limit | 501 | a whole number from 1 to 500",
                "/orders?limit=all | limit | all | a whole number from 1 to 500",
                "/orders?limit=1&limit=2 | limit | 1, 2 | one value",
                "/orders?stratgy=x | stratgy | x | the parameters cursor, limit, strategy, status, instrument, signalKey",
                "/accounts?state=x | state | x | the parameters cursor, limit",
                "/signals?status=DONE | status | DONE | RECEIVED, WAITING, REFUSED, REPEAT, DECIDED, PARKED, SEEN_BEFORE_START, OTHER_ENVIRONMENT, RESTORED",
                "/orders?cursor=*** | cursor | *** | the `next` of the page before, of the same list",
                "/orders?cursor=bjo1 | cursor | bjo1 | the `next` of the page before, of the same list",
                "/journal?cursor=bjp4 | cursor | bjp4 | the `next` of the page before, of the same list",
            })
    void refusesParametersWithFieldValueAndWhatIsAccepted(
            String path, String field, String value, String accepted) {
        HttpResponse<String> answer = dashboard.api(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = tree(answer.body());
        assertThat(problem.get("field").asString()).isEqualTo(field);
        assertThat(problem.get("value").asString()).isEqualTo(value);
        assertThat(problem.get("accepted").asString()).isEqualTo(accepted);
        assertThat(problem.get("status").asInt()).isEqualTo(400);
    }

    @Test
    void answersProblemsForUnknownPathsAndOtherMethods() {
        assertThat(dashboard.api("/signals/nobody").statusCode()).isEqualTo(404);
        HttpResponse<String> unknown = dashboard.api("/nothing");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(tree(unknown.body()).get("detail").asString())
                .isEqualTo("There is nothing at this address.");
        HttpResponse<String> post =
                dashboard.send(
                        dashboard
                                .request("/api/v1/orders")
                                .header("Authorization", "Bearer " + RunningDashboard.TOKEN)
                                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
