package com.mathematricks.collector;

import static com.mathematricks.collector.Await.await;
import static com.mathematricks.collector.TestStore.intake;
import static com.mathematricks.collector.TestStore.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.PriceReport;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.store.Collections;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class WebhookIT {

    private static final String OWNER = "198.51.100.1";

    private static final TestStore STORE = new TestStore();
    private static final FakeEngine ENGINE = new FakeEngine();
    private static RunningCollector collector;

    @BeforeAll
    static void start() {
        List.of("demo", "other", "formless", "halves")
                .forEach(name -> STORE.add(Strategies.named(name)));
        STORE.add(Strategies.archived("old"));
        STORE.add(Strategies.only("textual", WireFormat.KEY_VALUE));
        collector = new RunningCollector(STORE.uri(), ENGINE.url());
        await().until(() -> collector.get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        collector.close();
        ENGINE.close();
        STORE.close();
    }

    @Test
    void storesAndAnswersWithTheSendersId() {
        String body = Bodies.buyWithId("first");

        HttpResponse<String> answer = collector.post("demo", body);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer))
                .isEqualTo(Map.of("id", "first", "key", "demo:first", "strategy", "demo"));
        Document stored = signal("demo:first");
        assertThat(stored.getString("raw")).isEqualTo(body);
        assertThat(intake(stored))
                .containsEntry("source", "WEBHOOK")
                .containsEntry("key", "demo:first")
                .containsEntry("signalId", "first")
                .containsEntry("strategy", "demo")
                .containsEntry("format", "TRADINGVIEW")
                .containsEntry("repeats", 0)
                .containsKeys("sequence", "receivedAt", "sentAt", "bodyHash");
    }

    @Test
    void takesAnyContentType() {
        for (String type :
                List.of(
                        "text/plain; charset=utf-8",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "image/png",
                        "nonsense")) {
            var request =
                    collector
                            .request("/" + Strategies.key("demo"), OWNER)
                            .header("Content-Type", type)
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofString(Bodies.buyWithId("as " + type)));

            assertThat(collector.send(request).statusCode()).as(type).isEqualTo(202);
        }
    }

    @Test
    void masksThePassphraseInWhatItStoresAndLists() {
        String body =
                Bodies.buy(
                        "strategy_name",
                        "demo",
                        "signal_id",
                        "masked",
                        "passphrase",
                        Strategies.secret("demo"));

        assertThat(collector.postWithoutKey(OWNER, body).statusCode()).isEqualTo(202);

        assertThat(signal("demo:masked").toJson())
                .contains("passphrase")
                .doesNotContain(Strategies.secret("demo"));
        await().until(() -> requests().stream().anyMatch(it -> it.toJson().contains("masked")));
        assertThat(requests())
                .noneMatch(request -> request.toJson().contains(Strategies.secret("demo")));
    }

    @Test
    void selectsTheStrategyByTheHeadersSecret() {
        var request =
                collector
                        .request("", OWNER)
                        .header("X-Webhook-Secret", Strategies.secret("other"))
                        .POST(BodyPublishers.ofString(Bodies.buyWithId("by header")));

        assertThat(json(collector.send(request))).containsEntry("key", "other:by header");
    }

    @Test
    void lets401StandForEveryWrongOrMissingCredential() {
        String id = "unauthorized";
        String named = Bodies.buy("strategy_name", "demo", "signal_id", id);
        String othersSecret =
                Bodies.buy(
                        "strategy_name",
                        "demo",
                        "signal_id",
                        id,
                        "passphrase",
                        Strategies.secret("other"));
        String archived = Bodies.buy("signal_id", id, "passphrase", Strategies.secret("old"));
        var wrongKey =
                collector
                        .request("/wrong", "198.51.100.2")
                        .POST(BodyPublishers.ofString(Bodies.buyWithId(id)));

        assertThat(collector.send(wrongKey).statusCode()).isEqualTo(401);
        assertThat(collector.postWithoutKey("198.51.100.2", named).statusCode()).isEqualTo(401);
        assertThat(collector.postWithoutKey("198.51.100.2", othersSecret).statusCode())
                .isEqualTo(401);
        assertThat(collector.postWithoutKey("198.51.100.2", archived).statusCode()).isEqualTo(401);

        assertThat(STORE.signals(new Document("intake.signalId", id))).isEmpty();
        await().until(() -> requestsFrom("198.51.100.2").size() == 4);
        assertThat(requestsFrom("198.51.100.2"))
                .allMatch(request ->
                        request.getInteger("status") == 401
                                && !request.getString("cause").isEmpty()
                                && !request.getString("cure").isEmpty()
                                && !request.toJson().contains("/wrong"));
    }

    @Test
    void keepsAMalformedBodyOfAnAuthenticatedSenderAsRefused() {
        HttpResponse<String> answer =
                collector.post("formless", "{\"ticker\": \"AAPL\", \"action\": \"byu\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(json(answer)).containsEntry("field", "action").containsKey("accepted");
        Document stored = STORE.signalsOf("formless").getFirst();
        assertThat(String.valueOf(stored.get("_id"))).startsWith("refused:");
        assertThat(status(stored)).isEqualTo("REFUSED");
        assertThat(intake(stored).get("error", Document.class)).containsEntry("field", "action");
        assertThat(intake(stored)).doesNotContainKeys("open", "key");
    }

    @Test
    void tellsASenderWithAGoodPassphraseWhatIsWrongThoughTheBodySeemsToNameAnother() {
        var request =
                collector
                        .request("", OWNER)
                        .header("X-Webhook-Secret", Strategies.secret("demo"))
                        .POST(
                                BodyPublishers.ofString(
                                        "My strategy: order {{strategy.order.action}} @ 5"
                                                + " filled on AAPL. New strategy position is 5"));

        HttpResponse<String> answer = collector.send(request);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)).containsEntry("field", "action");
    }

    @Test
    void leavesOfAStrangersMalformedBodyOnlyTheRequest() {
        long before = STORE.signals().countDocuments();

        assertThat(collector.postWithoutKey("198.51.100.3", "{\"ticker\": ").statusCode())
                .isEqualTo(400);

        assertThat(STORE.signals().countDocuments()).isEqualTo(before);
        await().until(() -> requestsFrom("198.51.100.3").size() == 1);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] body = Bodies.buyWithId("latin").getBytes(StandardCharsets.UTF_8);
        body[body.length - 2] = (byte) 0xE9;
        var request =
                collector
                        .request("/" + Strategies.key("other"), OWNER)
                        .POST(BodyPublishers.ofByteArray(body));

        assertThat(collector.send(request).statusCode()).isEqualTo(400);

        assertThat(STORE.signalsOf("other"))
                .anyMatch(signal ->
                        status(signal).equals("REFUSED")
                                && signal.getString("raw").contains("\uFFFD"));
    }

    @Test
    void copesWithHalvesOfSurrogatePairs() {
        String inField = Bodies.buy("signal_id", "half comment", "comment", "a\\ud800b");
        String inAction = "{\"ticker\": \"AAPL\", \"action\": \"b\\ud800y\"}";
        String inId = Bodies.buyWithId("half\\udc00");

        assertThat(collector.post("halves", inAction).statusCode()).isEqualTo(400);
        assertThat(collector.post("halves", inId).statusCode()).isEqualTo(400);
        int comment = collector.post("halves", inField).statusCode();
        collector.post("halves", Bodies.buyWithId("behind"));

        assertThat(comment).isIn(202, 400);
        await().until(() -> ENGINE.idsOf("halves").contains("behind"));
    }

    @Test
    void refusesMoreThan64KiBAnnouncedOrNot() {
        String fits = Bodies.buy("signal_id", "large", "filler", "x".repeat(65_000));
        String large = Bodies.buy("filler", "x".repeat(65_536));

        assertThat(collector.post("demo", fits).statusCode()).isEqualTo(202);
        assertThat(collector.post("demo", large).statusCode()).isEqualTo(413);
        assertThat(collector.postChunked("demo", large).statusCode()).isEqualTo(413);
    }

    @Test
    void knowsAStrategyThatWasAddedAMomentAgo() {
        STORE.add(Strategies.named("brand new"));
        String body =
                Bodies.buy(
                        "strategy_name",
                        "brand new",
                        "signal_id",
                        "1",
                        "passphrase",
                        Strategies.secret("brand new"));

        assertThat(collector.postWithoutKey(OWNER, body).statusCode()).isEqualTo(202);
    }

    @Test
    void limitsStrangersButNobodyWithACredential() {
        String stranger = "198.51.100.4";
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(collector.postWithoutKey(stranger, Bodies.buy()).statusCode());
        }
        var sameAddress =
                collector
                        .request("/" + Strategies.key("demo"), stranger)
                        .POST(BodyPublishers.ofString(Bodies.buyWithId("same address")));

        assertThat(answers.subList(0, 20)).containsOnly(401);
        assertThat(answers.subList(25, 30)).containsOnly(429);
        assertThat(collector.send(sameAddress).statusCode()).isEqualTo(202);
        // What was answered with 429 is listed once, so that it cannot push the others out.
        await().until(() -> requestsFrom(stranger).getLast().getInteger("status") == 202);
        assertThat(requestsFrom(stranger))
                .filteredOn(request -> request.getInteger("status") == 429)
                .hasSize(1);
    }

    @Test
    void storesAnotherEnvironmentsSignalWithoutRelayingIt() {
        String body = Bodies.buy("signal_id", "elsewhere", "environment", "staging");

        assertThat(collector.post("other", body).statusCode()).isEqualTo(202);

        Document stored = signal("other:elsewhere");
        assertThat(status(stored)).isEqualTo("OTHER_ENVIRONMENT");
        assertThat(intake(stored)).doesNotContainKey("open");
        collector.post("other", Bodies.buyWithId("after elsewhere"));
        await().until(() -> ENGINE.idsOf("other").contains("after elsewhere"));
        assertThat(ENGINE.idsOf("other")).doesNotContain("elsewhere");
    }

    @Test
    void handsPricesOnAndStoresNone() {
        String body = "{\"type\": \"price\", \"ticker\": \"NASDAQ:MSFT\", \"price\": \"410.5\"}";
        long before = STORE.signals().countDocuments();

        assertThat(collector.post("demo", body).statusCode()).isEqualTo(202);

        PriceReport price = ENGINE.prices.getFirst();
        assertThat(price.instrument().symbol()).isEqualTo("MSFT");
        assertThat(price.price().value()).isEqualByComparingTo("410.5");
        assertThat(price.strategy()).hasToString("demo");
        assertThat(STORE.signals().countDocuments()).isEqualTo(before);

        ENGINE.onPrice = new FakeEngine.Reply.Problem(400, "MSFT is unknown");
        HttpResponse<String> unknown = collector.post("demo", body);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown)).containsEntry("detail", "MSFT is unknown");

        ENGINE.onPrice = new FakeEngine.Reply.Problem(503, "starting");
        assertThat(collector.post("demo", body).statusCode()).isEqualTo(503);
        ENGINE.onPrice = FakeEngine.APPROVE;
    }

    @Test
    void acceptsOnlyTheFormatThatTheStrategyFixed() {
        assertThat(collector.post("textual", Bodies.buyWithId("json")).statusCode()).isEqualTo(400);
        assertThat(collector.post("textual", "symbol=AAPL; action=buy; qty=1").statusCode())
                .isEqualTo(202);
    }

    @Test
    void answersOnlyPosts() {
        assertThat(collector.get("/webhook").statusCode()).isEqualTo(405);
        assertThat(collector.get("/webhook/" + Strategies.key("demo")).statusCode()).isEqualTo(405);
    }

    @Test
    void asksForTheInternalTokenEverywhereElse() {
        assertThat(collector.get("/actuator").statusCode()).isEqualTo(401);
        assertThat(
                        collector
                                .get("/actuator", "Authorization", "Bearer " + FakeEngine.TOKEN)
                                .statusCode())
                .isEqualTo(200);
    }

    private static Map<String, Object> json(HttpResponse<String> answer) {
        return Json.MAPPER.readValue(answer.body(), new TypeReference<>() {});
    }

    private static Document signal(String key) {
        return STORE.signals(new Document("_id", key)).getFirst();
    }

    private static List<Document> requests() {
        return STORE.database()
                .getCollection(Collections.WEBHOOK_REQUESTS)
                .find()
                .sort(new Document("n", 1))
                .into(new ArrayList<>());
    }

    private static List<Document> requestsFrom(String address) {
        return requests().stream()
                .filter(request -> address.equals(request.getString("address")))
                .toList();
    }
}
