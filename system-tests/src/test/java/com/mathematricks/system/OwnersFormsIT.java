package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.browser.Look;
import com.mathematricks.system.browser.OwnersBrowser;
import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// What an owner does in the browser: sets a strategy up and uses what the page printed, changes
/// it, commands, sends signals.
@OnSuites(SuiteKind.BROWSER)
class OwnersFormsIT {

    private static final Map<String, String> FILLED =
            Map.ofEntries(
                    Map.entry("ticker", "AAPL"),
                    Map.entry("exchange", "NASDAQ"),
                    Map.entry("close", "190"),
                    Map.entry("strategy.order.action", "buy"),
                    Map.entry("strategy.order.contracts", "5"),
                    Map.entry("strategy.order.price", "190"),
                    Map.entry("strategy.order.id", "Long"),
                    Map.entry("strategy.market_position", "long"),
                    Map.entry("strategy.market_position_size", "5"),
                    Map.entry("strategy.prev_market_position", "flat"),
                    Map.entry("strategy.prev_market_position_size", "0"));

    private final Suite suite;

    OwnersFormsIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    private static void setUp(Page page, OwnersBrowser browser, String name) {
        page.navigate(browser.address("/strategies/new"));
        page.fill("#name", name);
        page.fill("#capital", "50000");
        page.selectOption("#sizing_mode", "fixed_quantity");
        page.fill("#sizing_value", "2");
        page.click("text=Set it up");
        page.waitForSelector("text=Copy these now");
    }

    private static String filledIn(String message) {
        String text = message.replace("{{timenow}}", Instant.now().toString());
        for (var value : FILLED.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    @Test
    void takesEachPrintedMessageAtThePrintedAddress() {
        try (var browser = new OwnersBrowser(suite)) {
            Page page = browser.open(Look.LIGHT);
            setUp(page, browser, "Printed 1");
            var address = URI.create(page.locator("[aria-label='Webhook URL']").innerText());
            List<String> messages = page.locator("section pre").allInnerTexts();

            assertThat(messages).hasSize(5);
            for (String message : messages) {
                Answer answer = Webhook.postTo(address, filledIn(message));
                assertThat(answer.status()).as(message + "\n" + answer).isEqualTo(202);
            }
            page.reload();
            assertThat(page.locator("main").innerText())
                    .doesNotContain(address.getPath())
                    .contains("/webhook/KEY");
        }
    }

    @Test
    void sendsATestSignalAndFollowsItToItsDecision() {
        try (var browser = new OwnersBrowser(suite)) {
            Page page = browser.open(Look.PHONE);
            setUp(page, browser, "Tested 1");
            page.navigate(browser.address("/test-signal?strategy=Tested+1&example=bridge-dollars"));
            page.click("text=Send the signal");
            page.waitForSelector("h1:has-text('test-')");
            page.waitForSelector(".badge:has-text('Approved')");

            // A limit that denies, raised from the signal's page, and the signal sent again.
            page.navigate(browser.address("/strategies/Tested%201/edit"));
            page.fill("#max_order_quantity", "1");
            page.fill("#pyramiding", "50");
            page.click("text=Store a new version");
            page.waitForSelector("text=max_order_quantity");
            page.navigate(browser.address("/strategies/Tested%201"));
            assertThat(page.locator("main").innerText()).contains("not set → 1");
            Await.value(
                    "denied by the new limit", () -> denied(page, browser), () -> "still approved");
            page.click("text=Raise max_order_quantity");
            assertThat(page.inputValue("#max_order_quantity")).isEqualTo("2");
            page.click("text=Store a new version");
            page.click("text=Yes, send it");
            page.waitForSelector("h1:has-text('again-')");
        }
    }

    private static Optional<String> denied(Page page, OwnersBrowser browser) {
        page.navigate(browser.address("/test-signal?strategy=Tested+1"));
        page.fill("#body", "symbol=MSFT; action=buy; price=400");
        page.click("text=Send the signal");
        page.waitForSelector("h1:has-text('test-')");
        String text = page.locator("main").innerText();
        return Optional.of(text).filter(shown -> shown.contains("Raise max_order_quantity"));
    }

    @Test
    void commandsAndShowsTheEnginesAnswer() {
        try (var browser = new OwnersBrowser(suite)) {
            Page page = browser.open(Look.DARK);
            setUp(page, browser, "Held 1");
            page.navigate(browser.address("/strategies/Held%201"));
            // Known to the engine only when it has read its settings again.
            Await.value(
                    "paused",
                    () -> {
                        page.navigate(
                                browser.address(
                                        "/control/confirm?action=PAUSE&scope=strategy%20Held%201"));
                        page.click("text=Yes: Pause");
                        page.waitForSelector("#answer .badge:not(:has-text('WAITING'))");
                        return Optional.of(page.locator("#answer").innerText())
                                .filter(text -> text.contains("DONE"));
                    },
                    () -> page.locator("#answer").innerText());
            page.navigate(browser.address("/strategies"));
            page.waitForSelector("tr:has-text('Held 1') .badge:has-text('PAUSED')");
        }
    }
}
