package com.mathematricks.dashboard.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.store.Collections;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendAgainIT {

    private static final Pattern TICKET =
            Pattern.compile("name=\"ticket\" value=\"([0-9a-f]{24})\"");
    private static final String BODY = "body=%7B%22ticker%22%3A+%22AAPL%22%7D";

    @RegisterExtension private static final OwnersDashboard OWNERS = new OwnersDashboard();

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void fill() {
        store.empty();
        Fixtures.fill(store);
        store.insert(
                Collections.STRATEGIES,
                new Document("_id", "demo")
                        .append("name", "demo")
                        .append("version", 1)
                        .append("changedAt", Fixtures.at(0))
                        .append("account", "paper")
                        .append("mode", "PAPER")
                        .append("capital", Fixtures.decimal("100"))
                        .append("sizing", new Document("mode", "AS_SIGNALLED"))
                        .append("limits", new Document("values", new Document()))
                        .append("allowShort", false)
                        .append("pyramiding", 1)
                        .append("positionMode", "STATED")
                        .append("repeatWindowSeconds", 60)
                        .append("whenClosed", "QUEUE")
                        .append("instruments", List.of())
                        .append("keyHash", "x")
                        .append("secretHash", "y")
                        .append("archived", false));
        store.insert(Collections.ACCOUNT_SETTINGS, Fixtures.accountSettings("paper"));
    }

    private static String ticket(String page) {
        Matcher ticket = TICKET.matcher(dashboard.get(page).body());
        assertThat(ticket.find()).isTrue();
        return ticket.group(1);
    }

    private static HttpResponse<String> post(String path, String form) {
        return dashboard.post(path, dashboard.csrf("/control") + "&" + form);
    }

    private static List<Document> sent() {
        return store
                .database()
                .getCollection(Collections.TRADING_SIGNALS)
                .find()
                .into(new ArrayList<>())
                .stream()
                .filter(document -> document.get("_id") instanceof ObjectId)
                .toList();
    }

    private static String page(String path) {
        return dashboard.get(path).body();
    }

    @Test
    void tradesARestoredSignalOnlyByAPersonsWord() {
        Document restored = Fixtures.signal(9, "demo", "back", "RESTORED");
        store.insert(Collections.TRADING_SIGNALS, restored);

        assertThat(page("/signals/demo:back"))
                .contains("What came after the backup is unknown: it may have been traded then.")
                .contains("Trade it all the same")
                .contains("href=\"/again?key=demo%3Aback\"");
        assertThat(page("/again?key=demo%3Aback"))
                .contains("Look at the broker before you send it.");
        String ticket = ticket("/again?key=demo%3Aback");
        post("/again", "key=demo%3Aback&ticket=" + ticket + "&" + BODY);

        assertThat(sent())
                .singleElement()
                .satisfies(document -> assertThat(document.getString("raw")).contains("-of-back"));
    }

    @Test
    void mendsARefusedSignalAndSendsItOnce() {
        assertThat(page("/signals/refused:r3"))
                .contains("href=\"/again?key=refused%3Ar3\"")
                .contains("Mend and send again");
        assertThat(page("/again?key=refused%3Ar3"))
                .contains("{&quot;ticker&quot;: ")
                .contains("quantity: 1,000 has a comma");
        String ticket = ticket("/again?key=refused%3Ar3");
        String form = "key=refused%3Ar3&ticket=" + ticket + "&" + BODY;

        assertThat(RunningDashboard.location(post("/again", form))).isEqualTo("/sent/" + ticket);
        assertThat(RunningDashboard.location(post("/again", form))).isEqualTo("/sent/" + ticket);

        assertThat(sent())
                .singleElement()
                .satisfies(document -> {
                    var message = Json.MAPPER.readTree(document.getString("raw"));
                    assertThat(document.keySet()).containsExactly("_id", "raw");
                    assertThat(message.path("ticker").asString()).isEqualTo("AAPL");
                    assertThat(message.path("strategy_name").asString()).isEqualTo("demo");
                    assertThat(message.path("signalID").asString())
                            .isEqualTo("again-" + ticket.substring(18) + "-of-refused:r3");
                });
    }

    @Test
    void leadsToTheSignalOnceItIsDecided() {
        String ticket = ticket("/again?key=demo%3Aa2");
        post("/again", "key=demo%3Aa2&ticket=" + ticket + "&" + BODY);
        assertThat(page("/sent/" + ticket)).contains("hx-trigger").contains("the collector takes");

        var collection = store.database().getCollection(Collections.TRADING_SIGNALS);
        var self = new Document("_id", new ObjectId(ticket));
        collection.updateOne(
                self,
                new Document(
                        "$set",
                        new Document(
                                "intake",
                                new Document("sequence", 9L)
                                        .append("status", "RECEIVED")
                                        .append("open", true)
                                        .append("strategy", "demo")
                                        .append("key", "demo:n1"))));
        assertThat(page("/sent/" + ticket)).contains("the engine decides");

        collection.updateOne(
                self,
                new Document("$set", new Document("intake.status", "DECIDED"))
                        .append("$unset", new Document("intake.open", "")));
        assertThat(page("/sent/" + ticket)).contains("the engine decides");
        store.insert(
                Collections.SIGNAL_DECISIONS, Fixtures.decision("demo:n1", "APPROVED", "APPROVED"));

        assertThat(RunningDashboard.location(dashboard.get("/sent/" + ticket)))
                .isEqualTo("/signal?key=demo%3An1");
        var asked =
                dashboard.send(dashboard.request("/sent/" + ticket).header("HX-Request", "true"));
        assertThat(asked.headers().firstValue("HX-Redirect")).contains("/signal?key=demo%3An1");
    }

    @Test
    void offersToRaiseTheLimitThatDenied() {
        Document decision = Fixtures.decision("demo:a2", "DENIED", "ORDER_NOTIONAL");
        decision.put(
                "checks",
                List.of(
                        new Document("code", "ORDER_NOTIONAL")
                                .append("passed", false)
                                .append("text", "too large")
                                .append(
                                        "numbers",
                                        new Document("notional", "1250.5 USD")
                                                .append("limit", "1000 USD"))));
        var decisions = store.database().getCollection(Collections.SIGNAL_DECISIONS);
        decisions.replaceOne(new Document("_id", "demo:a2"), decision);

        String link = "/strategies/demo/edit?raise=max_order_notional&to=1250.5&again=demo%3Aa2";
        assertThat(page("/signals/demo:a2"))
                .contains(link.replace("&", "&amp;"))
                .contains("Raise max_order_notional");
        assertThat(page(link))
                .contains("name=\"max_order_notional\" value=\"1250.5\"")
                .contains("name=\"again\" value=\"demo:a2\"");
    }

    @Test
    void tradesARepeatAnyway() {
        Document repeat = Fixtures.signal(4, "demo", "r1", "REPEAT");
        repeat.put("_id", "repeat:r1");
        Document intake = repeat.get("intake", Document.class);
        intake.remove("key");
        intake.append("repeatOf", "demo:a1");
        store.insert(Collections.TRADING_SIGNALS, repeat);

        assertThat(page("/signals/r1")).contains("Trade it anyway");
        String ticket = ticket("/again?key=r1");
        post("/again", "key=r1&ticket=" + ticket + "&" + BODY);

        assertThat(sent().getFirst().getString("raw")).contains("-of-a1");
    }

    @Test
    void offersNothingForWhatWasTraded() {
        assertThat(page("/signals/demo:a1")).doesNotContain("What you can do");
    }

    @ParameterizedTest
    @CsvSource({"body=, A message has 1 to 65536", "x=1, 400"})
    void refusesAnEmptyMessage(String body, String said) {
        String ticket = ticket("/again?key=demo%3Aa2");
        var answer = post("/again", "key=demo%3Aa2&ticket=" + ticket + "&" + body);

        assertThat(answer.statusCode() + answer.body()).contains(said);
        assertThat(sent()).isEmpty();
    }

    @Test
    void sendsNothingFromAnOldPageAStrangerOrForAnUnknownSignal() {
        String old = "0".repeat(24);
        String form = "key=demo%3Aa2&" + BODY + "&ticket=";

        assertThat(post("/again", form + old).body()).contains("The page was too old");
        assertThat(dashboard.post("/again", form + new ObjectId()).statusCode()).isEqualTo(403);
        assertThat(dashboard.get("/again?key=nothing").statusCode()).isEqualTo(404);
        assertThat(dashboard.get("/sent/nothing").statusCode()).isEqualTo(404);
        assertThat(dashboard.get("/sent/" + new ObjectId()).statusCode()).isEqualTo(404);
        assertThat(sent()).isEmpty();
    }

    @Test
    void sendsATestSignalOfAnExample() {
        assertThat(page("/test-signal?example=bridge-exit&strategy=demo"))
                .contains("&quot;sentiment&quot;: &quot;flat&quot;");
        String ticket = ticket("/test-signal");
        String form = "ticket=" + ticket + "&strategy=demo&body=symbol%3DAAPL%3B+action%3Dexit";

        assertThat(RunningDashboard.location(post("/test-signal", form)))
                .isEqualTo("/sent/" + ticket);
        post("/test-signal", form);

        assertThat(sent())
                .singleElement()
                .satisfies(document ->
                        assertThat(document.getString("raw"))
                                .startsWith("symbol=AAPL\naction=exit\nstrategy_name=demo")
                                .contains("signalID=test-" + ticket));
    }

    @Test
    void aTestSignalKeepsWhatWasTypedAndSaysWhatIsWrong() {
        String ticket = ticket("/test-signal");

        assertThat(
                        post("/test-signal", "strategy=nobody&body=%3Cscript%3E&ticket=" + ticket)
                                .body())
                .contains("Choose a strategy that there is.")
                .contains("&lt;script&gt;");
        assertThat(post("/test-signal", "strategy=demo&body=+&ticket=" + ticket).body())
                .contains("A message has 1 to 65536 characters.");
        assertThat(
                        post(
                                        "/test-signal",
                                        "strategy=demo&ticket="
                                                + ticket
                                                + "&body="
                                                + "x".repeat(70_000))
                                .body())
                .contains("A message has 1 to 65536 characters.");
        assertThat(dashboard.post("/test-signal", "ticket=" + ticket).statusCode()).isEqualTo(403);
        assertThat(sent()).isEmpty();
    }
}
