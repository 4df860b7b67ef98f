package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhatIfPagesIT {

    private static final String FORM =
            "name=Trend+2&account=paper&capital=50000&sizing_mode=fixed_notional&sizing_value=1000"
                    + "&instruments=AAPL,+MSFT&allow_short=true&pyramiding=2&position_mode=stated"
                    + "&format=&repeat_window=30&when_closed=deny"
                    + "&max_position_percent=10&max_open_positions=9&on_limit=reduce";
    private static final String PATH = "/strategies/Trend%202/what-if";

    @RegisterExtension private static final OwnersDashboard OWNERS = new OwnersDashboard();

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void fill() {
        store.empty();
        store.insert(
                Collections.ACCOUNT_SETTINGS,
                Fixtures.accountSettings("paper"),
                new Document("_id", "overall")
                        .append(
                                "limits",
                                new Document(
                                        "values",
                                        new Document("max_orders_per_minute", "30")
                                                .append("leverage", "0.5"))));
        post("/strategies/new", FORM);
    }

    private static HttpResponse<String> post(String path, String form) {
        return dashboard.post(path, dashboard.csrf("/strategies") + "&" + form);
    }

    private static String ask(String form) {
        HttpResponse<String> answer = post(PATH, form + "&version=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",");
    }

    private static Document decision(String id, int daysAgo, String outcome, Document... checks) {
        return new Document("_id", "Trend 2:" + id)
                .append("signalId", id)
                .append("strategy", "Trend 2")
                .append("account", "paper")
                .append("outcome", outcome)
                .append("code", outcome.equals("DENIED") ? "OPEN_POSITIONS" : outcome)
                .append("checks", List.of(checks))
                .append("at", Date.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    }

    private static Document check(String code, boolean passed, Document numbers) {
        return new Document("code", code)
                .append("passed", passed)
                .append("text", "compared")
                .append("numbers", numbers)
                .append("subject", "AAPL");
    }

    /// Ten units of 100 USD each in an account of 100,000.
    private static Document[] tenUnits() {
        return new Document[] {
            check(
                    "ORDER_QUANTITY",
                    true,
                    new Document("quantity", "10").append("lot", "1").append("smallest", "1")),
            check(
                    "POSITION_LIMIT",
                    true,
                    new Document("before", "0 USD")
                            .append("order", "1000 USD")
                            .append("equity", "100000 USD"))
        };
    }

    private static Document open(boolean passed, int after) {
        return check("OPEN_POSITIONS", passed, new Document("after", String.valueOf(after)));
    }

    @Test
    void tellsWhichDecisionsWouldDifferAndStoresNothing() {
        store.insert(
                Collections.SIGNAL_DECISIONS,
                decision("a1", 1, "APPROVED", tenUnits()),
                decision("a2", 2, "APPROVED", open(true, 6)),
                decision("a3", 29, "APPROVED", open(true, 5)),
                decision("a4", 31, "APPROVED", open(true, 6)),
                decision("b1", 1, "APPROVED", open(true, 6)).append("strategy", "demo"));

        String page =
                ask(
                        FORM.replace("max_position_percent=10", "max_position_percent=.5")
                                .replace("max_open_positions=9", "max_open_positions=5"));

        assertThat(text(page))
                .contains("max_open_positions : 9 → 5")
                .contains("max_position_percent : 10 → 0.5")
                .contains("Nothing was stored. Of 3 decisions of the last 30 days 2 would differ")
                .contains(": 1 denied, 1 reduced, 0 allowed in full .")
                .contains("a1 POSITION_LIMIT 1000 USD after it, at most 500 USD It was approved")
                .containsOnlyOnce("reduced to 5")
                .contains("a2 OPEN_POSITIONS 6 open positions after it, at most 5 It was approved")
                .contains("Each decision is judged alone")
                .doesNotContain("cannot be told");
        assertThat(page)
                .contains("href=\"/signal?key=Trend%202:a1\"")
                .contains("value=\".5\"")
                .contains("name=\"version\" value=\"1\"");
        assertThat(
                        store.database()
                                .getCollection(Collections.STRATEGIES)
                                .countDocuments(new Document("version", 1)))
                .isEqualTo(1);
    }

    @Test
    void aLooserLimitLetsMorePass() {
        store.insert(
                Collections.SIGNAL_DECISIONS,
                decision("a1", 1, "DENIED", open(false, 10)),
                decision("a2", 1, "DENIED", open(false, 11)));

        assertThat(text(ask(FORM.replace("max_open_positions=9", "max_open_positions=10"))))
                .contains("1 would differ : 0 denied, 0 reduced, 1 allowed in full")
                .contains("a1 every check that was made would pass It was denied OPEN_POSITIONS");
    }

    @Test
    void saysWhatCannotBeToldAndWhy() {
        store.insert(
                Collections.SIGNAL_DECISIONS,
                decision("a1", 3, "APPROVED", check("DAILY_LOSS", true, new Document())),
                decision("a2", 2, "APPROVED", check("DAILY_LOSS", true, new Document())),
                decision("a3", 1, "APPROVED", open(true, 1)).append("account", "gone"));

        assertThat(text(ask(FORM + "&max_daily_loss_percent=3")))
                .contains("none would differ ; 3 cannot be told")
                .contains(
                        "2 cannot be told by DAILY_LOSS, because this loss was not counted, or not kept, then ; for example a2 .")
                .contains(
                        "1 cannot be told, because it was decided in an account that is not there any more");
    }

    @Test
    void saysWhereAnotherLimitHoldsAnyway() {
        assertThat(text(ask(FORM + "&leverage=2")))
                .contains("leverage : not set → 2")
                .contains("no difference: with the account's limits and those over all, 0.5 holds");
    }

    @Test
    void saysThatNothingIsOtherThanStored() {
        assertThat(text(ask(FORM.replace("sizing_value=1000", "sizing_value=2000"))))
                .contains("No limit is other than it is stored, so nothing would differ.");
    }

    @Test
    void showsTheNewestOfManyAndCountsAll() {
        store.insert(
                Collections.SIGNAL_DECISIONS,
                IntStream.range(0, 620)
                        .mapToObj(at ->
                                decision("n" + at, 1, "APPROVED", open(true, 9))
                                        .append(
                                                "at",
                                                Date.from(
                                                        Instant.now()
                                                                .minus(Duration.ofMinutes(at)))))
                        .toArray(Document[]::new));

        String page = ask(FORM.replace("max_open_positions=9", "max_open_positions=8"));

        assertThat(text(page))
                .contains("Of 620 decisions of the last 30 days 620 would differ")
                .contains("The newest 50 that would differ");
        assertThat(page).contains(">n0<", ">n49<").doesNotContain(">n50<");
    }

    @Test
    void anAccountsLimitsConcernAllItsStrategies() {
        store.insert(Collections.ACCOUNT_SETTINGS, Fixtures.accountSettings("other"));
        post("/strategies/new", FORM.replace("Trend+2", "Reversal"));
        store.insert(
                Collections.SIGNAL_DECISIONS,
                decision("a1", 1, "APPROVED", open(true, 6)),
                decision("a2", 2, "APPROVED", open(true, 6)).append("account", "other"),
                decision("b1", 3, "APPROVED", open(true, 6)).append("strategy", "Reversal"));

        String page = post("/accounts/paper/what-if", "version=1&max_open_positions=5").body();

        assertThat(text(page))
                .contains("max_open_positions : not set → 5")
                .contains("Of 3 decisions of the last 30 days 2 would differ : 2 denied")
                .contains("Trend 2 a1 OPEN_POSITIONS 6", "Reversal b1 OPEN_POSITIONS 6");
        assertThat(page).contains("id=\"max_open_positions\"", "value=\"5\"");
        assertThat(dashboard.get("/accounts/paper").body())
                .contains("formaction=\"/accounts/paper/what-if\"")
                .doesNotContain("trial-title");
    }

    @Test
    void whatHoldsOverAllConcernsEveryAccount() {
        store.insert(Collections.ACCOUNT_SETTINGS, Fixtures.accountSettings("other"));
        store.insert(
                Collections.SIGNAL_DECISIONS,
                decision("a1", 1, "APPROVED", open(true, 6)),
                decision("a2", 2, "APPROVED", open(true, 6)).append("account", "other"));
        String form = "version=0&max_orders_per_minute=30&leverage=.5&max_open_positions=5";

        assertThat(text(post("/accounts/overall/what-if", form).body()))
                .contains("max_open_positions : not set → 5")
                .contains("Of 2 decisions of the last 30 days 2 would differ");
        assertThat(text(post("/accounts/overall/what-if", form.replace("=5", "=five")).body()))
                .contains("Nothing was stored yet")
                .doesNotContain("Each decision is judged alone");
        assertThat(RunningDashboard.location(dashboard.get("/accounts/overall/what-if")))
                .isEqualTo("/accounts/overall");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongAtTheField() {
        String page = ask(FORM.replace("max_position_percent=10", "max_position_percent=ten"));

        assertThat(page)
                .contains("Nothing was stored yet", "id=\"max_position_percent-error\"")
                .contains("value=\"ten\"")
                .doesNotContain("trial-title");
    }

    @Test
    void isOfferedBesideStoring() {
        assertThat(dashboard.get("/strategies/Trend%202/edit").body())
                .contains("formaction=\"/strategies/Trend%202/what-if\"");
        assertThat(dashboard.get("/strategies/new").body()).doesNotContain("what-if");
    }

    @Test
    void passesNoMarkupOn() {
        String evil = "<script>evil()</script>";
        store.insert(
                Collections.SIGNAL_DECISIONS,
                decision(evil, 1, "APPROVED", open(true, 6)).append("code", evil));

        assertThat(ask(FORM.replace("max_open_positions=9", "max_open_positions=5")))
                .contains("&lt;script&gt;evil")
                .doesNotContain("<script>evil");
    }

    @Test
    void refusesAFormOfAnotherOriginAndKnowsNoOtherStrategy() {
        assertThat(dashboard.post(PATH, FORM + "&version=1").statusCode()).isEqualTo(403);
        assertThat(post("/strategies/nobody/what-if", FORM + "&version=1").statusCode())
                .isEqualTo(404);
        assertThat(RunningDashboard.location(dashboard.get(PATH)))
                .isEqualTo("/strategies/Trend%202/edit");
    }
}
