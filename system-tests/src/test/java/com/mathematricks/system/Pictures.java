package com.mathematricks.system;

import com.mathematricks.system.browser.Camera;
import com.mathematricks.system.browser.Scene;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StandaloneSuite;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// Takes the pictures of `docs/images` for `docs/images/make`: each page in each look, after the
/// demo's month. Its name keeps it out of the tests.
@OnSuites(SuiteKind.BROWSER)
class Pictures {

    private final Suite suite;

    Pictures(Suite suite) {
        this.suite = suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        ((StandaloneSuite) suite).startDemo();
    }

    @Test
    void takesEachPage() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("overview", "/");
        pages.put("signals", "/signals");
        pages.put("signal", Scene.filledSignal(suite));
        pages.put("orders", "/orders?show=all");
        pages.put("positions", "/positions");
        pages.put("activity", "/activity");
        pages.put("performance", "/performance");
        pages.put("correlation", "/performance/correlation");
        pages.put("strategies", "/strategies");
        pages.put("strategy-form", "/strategies/new");
        pages.put("test-signal", "/test-signal");
        pages.put("control", "/control");
        pages.put("control-confirm", "/control/confirm?action=FLATTEN&scope=all");
        Camera.take(suite, pages);
    }
}
