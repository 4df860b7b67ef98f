package com.mathematricks.system;

import static com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.browser.Look;
import com.mathematricks.system.browser.OwnersBrowser;
import com.mathematricks.system.suite.DashboardAlone;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that goes away shows as such on an open page, which goes on by itself.
@OnSuites(SuiteKind.BROWSER)
class StoreAwayPageIT {

    /// @param notStarted in it the store goes away with all the rest
    StoreAwayPageIT(Suite notStarted) {
        assertThat(notStarted).isNotNull();
    }

    private static Document signal(long sequence) {
        return new Document("_id", "demo:s" + sequence)
                .append("raw", "{}")
                .append(
                        "intake",
                        new Document("sequence", sequence)
                                .append("source", "WEBHOOK")
                                .append("status", "DECIDED")
                                .append("key", "demo:s" + sequence)
                                .append("strategy", "demo")
                                .append("signalId", "s" + sequence)
                                .append("receivedAt", Instant.now()));
    }

    private static void insert(DashboardAlone dashboard, long sequence) {
        dashboard.inStore(
                store -> store.getCollection("trading_signals").insertOne(signal(sequence)));
    }

    @Test
    void saysThatTheDatabaseIsAwayAndHealsWithoutAReload(@TempDir Path folder) {
        try (var dashboard = new DashboardAlone(folder);
                var browser = new OwnersBrowser(dashboard.address(), DashboardAlone.PASSWORD)) {
            insert(dashboard, 1);
            Page page = browser.open(Look.LIGHT);
            page.navigate(browser.address("/signals"));
            page.waitForSelector("#live-state.on");
            List<String> loads = new ArrayList<>();
            page.onDOMContentLoaded(loaded -> loads.add(loaded.url()));

            dashboard.takeStoreAway();
            page.waitForSelector("#store-away");
            assertThat(page.locator("main").innerText()).as("from before").contains("s1");
            Page second = page.context().newPage();
            assertThat(second.navigate(browser.address("/orders")).status()).isEqualTo(503);

            dashboard.bringStoreBack();
            insert(dashboard, 2);
            page.bringToFront();
            page.waitForSelector("a:text-is('s2')");
            page.waitForSelector("#store-away", new Page.WaitForSelectorOptions().setState(HIDDEN));
            second.bringToFront();
            second.waitForSelector("h1:text-is('Orders')");
            assertThat(loads).isEmpty();
        }
    }
}
