package com.mathematricks.collector;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits for a condition that comes within milliseconds on an idle machine, and within a minute on
/// any that can run the tests at all.
public final class Await {

    private Await() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
