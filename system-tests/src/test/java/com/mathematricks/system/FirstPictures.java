package com.mathematricks.system;

import com.mathematricks.system.browser.Camera;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// Takes the picture of the page before the first signal, for `docs/images/make`.
@OnSuites(SuiteKind.BROWSER)
class FirstPictures {

    private final Suite suite;

    FirstPictures(Suite suite) {
        this.suite = suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    @Test
    void takesThePageBeforeTheFirstSignal() {
        Camera.take(suite, Map.of("waiting", "/"));
    }
}
