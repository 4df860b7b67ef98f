package com.mathematricks.dashboard.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPagesIT {

    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f]{24})\"");
    private static final String FLATTEN_DEMO =
            "/control/confirm?action=FLATTEN&scope=strategy%20demo";

    @RegisterExtension private static final OwnersDashboard OWNERS = new OwnersDashboard();

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void fill() {
        store.empty();
        store.insert(Collections.ACCOUNT_SETTINGS, Fixtures.accountSettings("paper"));
        store.insert(Collections.STRATEGIES, new Document("_id", "demo"));
        store.insert(Collections.POSITIONS, Fixtures.position());
        Document working = Fixtures.order("E7A2", "demo:a1", 3);
        working.put("status", "ACCEPTED");
        working.put("filledQuantity", Fixtures.decimal("0"));
        store.insert(Collections.ORDERS, Fixtures.order("E7A1", "demo:a1", 2), working);
    }

    private static String text(String path) {
        var response = dashboard.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String id(String page) {
        Matcher id = ID.matcher(dashboard.get(page).body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static String send(String id, String rest) {
        return RunningDashboard.location(
                dashboard.post("/control", dashboard.csrf("/control") + "&id=" + id + "&" + rest));
    }

    private static List<Document> commands() {
        return store.database()
                .getCollection(Collections.CONTROL_COMMANDS)
                .find()
                .into(new ArrayList<>());
    }

    @Test
    void showsScopesWithStatePositionsAndWorkingOrders() {
        store.insert(
                Collections.TRADING_STATES,
                new Document("_id", "account paper")
                        .append("state", "HALTED")
                        .append("cause", "halted by dashboard")
                        .append("since", Fixtures.at(1)));

        assertThat(text("/control"))
                .contains("Everything ACTIVE")
                .contains("account paper HALTED halted by dashboard 2026-11-20 12:00:01 UTC Resume")
                .contains("strategy demo ACTIVE Pause strategy demo Reduce only")
                .contains("AAPL demo paper -5")
                .contains("E7A2 demo BUY AAPL , ENTRY 5 0 ACCEPTED Cancel E7A2")
                .doesNotContain("E7A1")
                .contains("None was given yet");
    }

    @Test
    void acceptsTheBrokersSideOfAStoppedAccountOnly() {
        assertThat(text("/control")).doesNotContain("Accept the broker's side");
        store.insert(
                Collections.TRADING_STATES,
                new Document("_id", "account paper")
                        .append("state", "HALTED")
                        .append("cause", "restored from the backup")
                        .append("since", Fixtures.at(1))
                        .append("restoredFrom", Fixtures.at(0)));

        assertThat(text("/control"))
                .contains("UTC Accept the broker's side of account paper Flatten")
                .doesNotContain("Resume");
        String confirm = "/control/confirm?action=ACCEPT&scope=account%20paper";
        assertThat(text(confirm))
                .contains("Take the broker&#39;s positions of the account paper?")
                .contains("The broker is asked once more what it holds.")
                .contains("AAPL demo paper -5")
                .contains("Yes: Take the broker&#39;s positions of the account paper");
        send(id(confirm), "action=ACCEPT&scope=account+paper");
        assertThat(commands())
                .extracting(command -> command.get("action"), command -> command.get("scope"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ACCEPT", "account paper"));

        store.database()
                .getCollection(Collections.TRADING_STATES)
                .updateOne(
                        new Document("_id", "account paper"),
                        new Document("$set", new Document("restoredFrom", null)));
        assertThat(text("/control")).contains("Resume account paper Accept the broker's side");
    }

    @Test
    void saysWhatACommandWillDoAndToWhat() {
        assertThat(text(FLATTEN_DEMO))
                .contains("Flatten the strategy demo?")
                .contains("Every order of the strategy demo is cancelled, protective ones too")
                .contains("AAPL demo paper -5")
                .contains("E7A2")
                .contains("Yes: Flatten the strategy demo");
    }

    @Test
    void givesACommandOnceHoweverOftenItIsSent() {
        String id = id(FLATTEN_DEMO);
        String form = "action=FLATTEN&scope=strategy+demo&reason=+news+";

        assertThat(send(id, form)).isEqualTo("/control/commands/" + id);
        assertThat(send(id, form)).isEqualTo("/control/commands/" + id);

        assertThat(commands())
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.getString("_id")).isEqualTo(id);
                    assertThat(command.getBoolean("open")).isTrue();
                    assertThat(command.getString("action")).isEqualTo("FLATTEN");
                    assertThat(command.getString("scope")).isEqualTo("strategy demo");
                    assertThat(command.getString("by")).isEqualTo("dashboard");
                    assertThat(command.getString("reason")).isEqualTo("news");
                    assertThat(command.getDate("at")).isBeforeOrEqualTo(Date.from(Instant.now()));
                });
    }

    @Test
    void asksForTheAnswerUntilItIsThere() {
        String id = id(FLATTEN_DEMO);
        send(id, "action=FLATTEN&scope=strategy+demo");
        String page = "/control/commands/" + id;
        assertThat(dashboard.get(page).body())
                .contains("hx-trigger=\"every 1s\"")
                .contains("WAITING")
                .contains("Look again");

        store.database()
                .getCollection(Collections.CONTROL_COMMANDS)
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                        "$set",
                                        new Document(
                                                "outcome",
                                                new Document("status", "PARTLY")
                                                        .append("text", "Cancelled 1 of 2 <b>")
                                                        .append("details", List.of("left: E7A2"))
                                                        .append("at", Fixtures.at(9))
                                                        .append("sequence", 12L)))
                                .append("$unset", new Document("open", "")));

        assertThat(dashboard.get(page).body())
                .doesNotContain("hx-trigger")
                .contains("PARTLY")
                .contains("Cancelled 1 of 2 &lt;b&gt;")
                .contains("left: E7A2");
        assertThat(text("/control")).contains("FLATTEN strategy demo PARTLY Cancelled 1 of 2");
    }

    @Test
    void saysWhenTheEngineIsNotThere() {
        Instant asked = Instant.now().minusSeconds(400);
        store.insert(
                Collections.CONTROL_COMMANDS,
                new Document("_id", "x")
                        .append("open", true)
                        .append("action", "HALT")
                        .append("scope", "all")
                        .append("at", Date.from(asked)));

        assertThat(text("/control/commands/x")).contains("It will not do the command any more");
    }

    @Test
    void asksAgainWhereTheConfirmationIsOld() {
        String old = new ObjectId(Date.from(Instant.now().minusSeconds(3600))).toHexString();

        String back = send(old, "action=CLOSE&scope=strategy+demo&instrument=AAPL");

        assertThat(commands()).isEmpty();
        assertThat(text(back))
                .contains("was too old, so nothing was done")
                .contains("Close AAPL of the strategy demo?");
    }

    @Test
    void closesAPositionAndCancelsAnOrder() {
        send(
                id("/control/confirm?action=CLOSE&scope=strategy%20demo&instrument=AAPL"),
                "action=CLOSE&scope=strategy+demo&instrument=AAPL");
        send(
                id("/control/confirm?action=CANCEL&scope=strategy%20demo&order=E7A2"),
                "action=CANCEL&scope=strategy+demo&order=E7A2");

        assertThat(commands())
                .extracting(command -> command.get("instrument"), command -> command.get("order"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("AAPL", null),
                        org.assertj.core.groups.Tuple.tuple(null, "E7A2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=EXPLODE&scope=all",
                "action=HALT&scope=strategy%20nobody",
                "action=PAUSE&scope=all",
                "action=CLOSE&scope=strategy%20demo&instrument=MSFT",
                "action=CANCEL&scope=strategy%20demo&order=NOSUCH",
                "action=CANCEL&scope=all&order=%3Cscript%3E",
                "action=FLATTEN&scope=all&instrument=AAPL",
            })
    void knowsNoPageForWhatThereIsNot(String query) {
        assertThat(dashboard.get("/control/confirm?" + query).statusCode()).isEqualTo(404);
        String id = new ObjectId().toHexString();
        var answer =
                dashboard.post("/control", dashboard.csrf("/control") + "&id=" + id + "&" + query);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(commands()).isEmpty();
    }

    @Test
    void refusesAFormOfAnotherOriginAndUnknownCommands() {
        var answer =
                dashboard.post(
                        "/control",
                        "id=" + new ObjectId().toHexString() + "&action=HALT&scope=all");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(commands()).isEmpty();
        assertThat(dashboard.get("/control/commands/nothing").statusCode()).isEqualTo(404);
    }
}
