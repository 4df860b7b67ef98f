package com.mathematricks.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverviewPageIT {

    @RegisterExtension private static final OwnersDashboard OWNERS = new OwnersDashboard();

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void fill() {
        store.empty();
        Fixtures.fill(store);
    }

    private static String text(String path) {
        var response = dashboard.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Document day(String date, String equity) {
        return new Document("_id", "total|" + date)
                .append("scope", "total")
                .append("date", date)
                .append("at", Fixtures.at(-86_400))
                .append("currency", "USD")
                .append("equity", Fixtures.decimal(equity))
                .append("paidIn", Fixtures.decimal("100000"));
    }

    @Test
    void showsWorthPositionsOrdersSignalsStatesAndServices() {
        store.insert(Collections.PNL_HISTORY, day("2026-11-19", "99990"));
        store.insert(
                Collections.ORDERS,
                Fixtures.order("E7B1", "demo:a1", 5).append("status", "ACCEPTED"));
        store.insert(
                Collections.TRADING_STATES,
                new Document("_id", "strategy demo")
                        .append("state", "REDUCING")
                        .append("cause", "loss limit")
                        .append("since", Fixtures.at(3)));
        store.insert(Collections.SERVICE_STATUS, Fixtures.service("trader-engine", Fixtures.NOON));

        assertThat(text("/"))
                // 99,997.50 − 99,990.00.
                .contains("99,997.50 USD Today’s P&amp;L +7.50 since the close of 2026-11-19")
                .contains("Unrealized −1.50")
                .contains("AAPL Short 5 168.2168 stale – −1.50 0.00 USD demo paper")
                .contains("E7B1 AAPL BUY 5 MARKET ENTRY Accepted")
                .contains("Approved 2026-11-20 12:00:01 UTC demo a1 All checks passed.")
                .contains("strategy demo REDUCING loss limit , since 2026-11-20 12:00:03 UTC")
                .contains(
                        "trader-engine SILENT decided demo:1 Last heard of 2026-11-20 12:00:00 UTC");
        assertThat(dashboard.get("/").body()).contains("<path class=\"worth-area\" d=\"M0.0 ");
    }

    @Test
    void saysOnTopThatABackupWasRestoredAndWhatToDo() {
        store.insert(
                Collections.TRADING_STATES,
                new Document("_id", "account paper")
                        .append("state", "HALTED")
                        .append("cause", "restored")
                        .append("since", Fixtures.at(3))
                        .append("restoredFrom", Fixtures.at(-60)));
        String notice =
                "The database was restored from the backup of 2026-11-20 11:59:00 UTC . What came after it is not known here";

        assertThat(text("/"))
                .contains(notice)
                .contains("Nothing is traded for account paper : look at the positions");
        assertThat(dashboard.get("/").body()).contains("<a href=\"/control\">Control</a>");

        store.database().getCollection(Collections.TRADING_SIGNALS).deleteMany(new Document());
        assertThat(text("/")).contains("Waiting for your first alert").contains(notice);
    }

    @Test
    void countsFromTheStartBeforeADayWasClosed() {
        // 99,997.50 − 100,000.00.
        assertThat(text("/")).contains("−2.50 since the start").contains("No curve yet.");
    }

    @Test
    void addsNothingUpThatIsOfDifferentCurrencies() {
        store.insert(
                Collections.ACCOUNTS,
                Fixtures.account().append("_id", "india").append("currency", "INR"));

        assertThat(text("/"))
                .doesNotContain("Equity now")
                .contains("india PAPER ACTIVE 99,997.50")
                .contains("paper PAPER ACTIVE 99,997.50");
    }

    @Test
    void listsOrdersWorkingAndAll() {
        store.insert(
                Collections.ORDERS,
                Fixtures.order("E7B1", "demo:a1", 5).append("status", "ACCEPTED"));

        assertThat(text("/orders")).contains("E7B1").doesNotContain("E7A1");
        assertThat(text("/orders?show=all")).contains("E7B1").contains("E7A1");
        assertThat(text("/orders?show=all&status=FILLED&strategy=demo&instrument="))
                .contains("E7A1")
                .doesNotContain("E7B1");
        assertThat(text("/orders?show=all&strategy=nobody")).contains("No order fits.");
    }

    @Test
    void showsPositionsWithTheirFills() {
        assertThat(text("/positions")).contains("AAPL Short 5");
        assertThat(text("/positions/of?account=paper&strategy=demo&instrument=AAPL"))
                .contains("AAPL of demo")
                .contains("BUY 5 AAPL 168.2168 1 USD SIGNAL E7A1");
        assertThat(
                        dashboard
                                .get("/positions/of?account=paper&strategy=demo&instrument=MSFT")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsTheJournalAndTheMessages() {
        store.insert(
                Collections.JOURNAL,
                new Document("_id", 3L)
                        .append("at", Fixtures.at(3))
                        .append("kind", "NOTED")
                        .append("key", "seq:3")
                        .append(
                                "changes",
                                List.of(
                                        new Document("type", "Noted")
                                                .append("text", "The broker <b>spoke</b>."))));
        store.insert(
                Collections.NOTIFICATIONS,
                new Document("_id", "e7-3")
                        .append("at", Fixtures.at(3))
                        .append("kind", "HALTED")
                        .append("text", "<b>Halted</b> a &lt; b")
                        .append("status", "NOT_CONFIGURED")
                        .append("attempts", 0));

        assertThat(text("/activity"))
                .contains("Noted 2026-11-20 12:00:03 UTC entry 3")
                .contains("The broker &lt;b&gt;spoke&lt;/b&gt;.");
        assertThat(text("/activity?from=2")).doesNotContain("entry 3").contains("entry 2");
        assertThat(text("/activity/messages")).contains("HALTED").contains("Halted a &lt; b");
    }

    @Test
    void isSmallAndWithoutAnythingForeign() {
        for (String path : List.of("/", "/signals", "/orders", "/positions", "/activity")) {
            String page = dashboard.get(path).body();
            assertThat(page.length()).isLessThan(100_000);
            assertThat(page)
                    .startsWith("<!DOCTYPE html>")
                    .doesNotContainPattern("(src|href)=\"https?:");
        }
    }
}
