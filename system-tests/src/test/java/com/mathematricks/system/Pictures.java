package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.browser.Look;
import com.mathematricks.system.browser.OwnersBrowser;
import com.mathematricks.system.browser.Scene;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// Makes the pictures of `docs/images` for `docs/images/make`: each page in each look, of a suite
/// that really traded. Its name keeps it out of the tests.
@OnSuites(SuiteKind.BROWSER)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Pictures {

    private final Suite suite;

    Pictures(Suite suite) {
        this.suite = suite;
    }

    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("overview", "/");
        pages.put("signals", "/signals");
        pages.put("signal", Scene.filledSignal(suite));
        pages.put("orders", "/orders?show=all");
        pages.put("positions", "/positions");
        pages.put("activity", "/activity");
        return pages;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(Scene.strategies());
    }

    @Test
    @Order(1)
    void takesThePageBeforeTheFirstSignal() {
        take(Map.of("waiting", "/"));
    }

    @Test
    @Order(2)
    void takesThePagesAfterATrade() {
        Scene.play(suite);
        take(pages());
    }

    private void take(Map<String, String> pages) {
        Path folder = Path.of(System.getProperty("pictures"));
        try (var browser = new OwnersBrowser(suite)) {
            for (Look look : Look.values()) {
                Page page = browser.open(look);
                pages.forEach((name, path) -> {
                    var answer = page.navigate(browser.address(path));
                    assertThat(answer.status()).as(path).isEqualTo(200);
                    page.waitForSelector("#live-state.on, .menu summary:visible");
                    page.screenshot(
                            new Page.ScreenshotOptions()
                                    .setPath(folder.resolve(name + "-" + look + ".png"))
                                    .setFullPage(look == Look.PHONE));
                });
            }
        }
    }
}
