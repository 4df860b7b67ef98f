package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.browser.Look;
import com.mathematricks.system.browser.OwnersBrowser;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// Who knows a webhook's key must not get into the owner's browser.
@OnSuites(SuiteKind.BROWSER)
class HostileSenderPageIT {

    private static final String EVIL =
            "</code><script>window.evil=1</script><img src=x onerror='window.evil=1'><svg onload=window.evil=1>";

    /// Every field that a signal can carry, of all formats.
    private static final List<String> FIELDS =
            List.of(
                    "ticker",
                    "symbol",
                    "exchange",
                    "action",
                    "contracts",
                    "quantity",
                    "price",
                    "order_id",
                    "id",
                    "comment",
                    "market_position",
                    "market_position_size",
                    "prev_market_position",
                    "prev_market_position_size",
                    "interval",
                    "time",
                    "timenow",
                    "strategy",
                    "strategy_name",
                    "signalID",
                    "signal_sent_EPOCH",
                    "timestamp",
                    "environment",
                    "account_equity",
                    "signal_type",
                    "entry_name",
                    "entry_signal_id",
                    "sentiment",
                    "quantityType",
                    "orderType",
                    "limitPrice",
                    "stopPrice",
                    "timeInForce",
                    "takeProfit",
                    "stopLoss",
                    "optionType",
                    "expiration",
                    "strikePrice",
                    "extras",
                    "type",
                    "account",
                    "unknown");

    private final Suite suite;

    HostileSenderPageIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    private static String body(String field) {
        var members = new ArrayList<>(List.of("\"note\": \"" + field + "\""));
        List.of("ticker:AAPL", "action:buy", "price:190", "contracts:1").stream()
                .map(member -> member.split(":"))
                .filter(member -> !member[0].equals(field))
                .forEach(member -> members.add("\"%s\": \"%s\"".formatted(member[0], member[1])));
        members.add("\"%s\": \"%s\"".formatted(field, EVIL));
        return "{" + String.join(", ", members) + "}";
    }

    @Test
    void runsNothingThatASenderWrote() {
        FIELDS.forEach(field -> Webhook.postTo(suite.keyAddress("demo"), body(field)));
        Webhook.postTo(suite.keyAddress("demo"), EVIL);
        Webhook.postTo(suite.keyAddress("demo"), "{\"" + EVIL.replace('"', '\'') + "\": 1}");
        Await.until(
                "all are decided",
                () -> suite.api().all("signals", "status", "RECEIVED").isEmpty(),
                () -> suite.api().all("signals"));

        try (var browser = new OwnersBrowser(suite)) {
            Page page = browser.open(Look.LIGHT);
            List<String> refusedByPolicy = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refusedByPolicy.add(page.url() + ": " + message.text());
                }
            });
            List<String> paths =
                    new ArrayList<>(
                            List.of(
                                    "/",
                                    "/signals?limit=200",
                                    "/activity",
                                    "/orders?show=all",
                                    "/positions"));
            page.navigate(browser.address("/signals?limit=200"));
            page.locator("ol.rows a.id")
                    .all()
                    .forEach(link -> paths.add(link.getAttribute("href")));
            assertThat(paths).hasSizeGreaterThan(FIELDS.size());
            for (String path : paths) {
                var response = page.navigate(browser.address(path));
                assertThat(response.status()).as(path).isEqualTo(200);
                assertThat(page.evaluate("window.evil")).as(path).isNull();
                assertThat(page.locator("main script, main svg[onload], main img").count())
                        .as(path)
                        .isZero();
            }
            assertThat(refusedByPolicy).isEmpty();
        }
    }
}
