package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.browser.Look;
import com.mathematricks.system.browser.OwnersBrowser;
import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// What happens shows on the open page, without a reload.
@OnSuites(SuiteKind.BROWSER)
class LivePageIT {

    /// Sender's answer to reader's eye, on a machine that does nothing else.
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Suite suite;

    LivePageIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    private Answer post(String body) {
        Answer answer = Webhook.postTo(suite.keyAddress("demo"), body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer;
    }

    @Test
    void turnsFromWaitingToTradingAndShowsASignalWithinASecond() {
        try (var browser = new OwnersBrowser(suite)) {
            Page page = browser.open(Look.LIGHT);
            page.waitForSelector("#live-state.on");
            assertThat(page.locator("h1").innerText()).isEqualTo("Waiting for your first alert");
            List<String> loads = new ArrayList<>();
            page.onDOMContentLoaded(loaded -> loads.add(loaded.url()));

            post("{'ticker': 'AAPL', 'action': 'buy', 'price': '190'}");
            page.waitForSelector("#signals .badge:has-text('Approved')");
            assertThat(page.locator("h1").innerText()).isEqualTo("Overview");
            page.waitForSelector("#positions td:has-text('Long')");

            // The second one: the machine is warm by now.
            long begin = System.nanoTime();
            Answer second = post("{'ticker': 'KO', 'action': 'buy', 'price': '62'}");
            page.waitForSelector(
                    "#signals a:text-is('" + second.text("id") + "')",
                    new Page.WaitForSelectorOptions().setTimeout(5000));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
            assertThat(loads).isEmpty();
        }
    }

    @Test
    void leavesTheReadersHandsAlone() {
        String first = post("{'ticker': 'MCD', 'action': 'buy', 'price': '290'}").text("id");
        try (var browser = new OwnersBrowser(suite)) {
            Page page = browser.open(Look.LIGHT);
            page.navigate(browser.address("/signals"));
            page.waitForSelector("#live-state.on");
            page.fill("#instrument", "half typed");
            Locator link = page.locator("a:text-is('" + first + "')");
            link.focus();

            Answer next = post("{'ticker': 'PEP', 'action': 'buy', 'price': '170'}");
            page.waitForSelector("a:text-is('" + next.text("id") + "')");

            assertThat(page.inputValue("#instrument")).isEqualTo("half typed");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo(first);
        }
    }
}
