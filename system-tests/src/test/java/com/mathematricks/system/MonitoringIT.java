package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.Metrics;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.ProcessSuite;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// What alerts and panels name is what the services tell.
@OnSuites(SuiteKind.PROCESSES)
class MonitoringIT {

    private static final Path FILES = Path.of("..", "docker", "monitoring");

    /// A metric of ours in an expression. What Prometheus makes itself, like `up`, is none.
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?:trader|jvm|process|system|disk|http|tomcat|executor)_[a-z0-9_]+");

    /// The name at the beginning of a sample.
    private static final Pattern TOLD =
            Pattern.compile("^([a-z][a-z0-9_]*)(?:\\{.*})? ", Pattern.MULTILINE);

    private final ProcessSuite suite;

    MonitoringIT(Suite suite) {
        this.suite = (ProcessSuite) suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(
                new StrategiesFile()
                        .account("paper")
                        .strategy("demo", "paper", StrategiesFile.demoLines()));
    }

    @Test
    void tellsEveryMetricThatAlertsAndPanelsName() throws IOException {
        suite.webhook()
                .postUntilTaken(
                        "demo",
                        "{\"signal_id\": \"s1\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"price\": 190}");
        var named = new TreeSet<>(named("alerts.yml"));
        named.addAll(named("dashboards/trader.json"));
        assertThat(named).hasSizeGreaterThan(15);

        // No trading state is told before one was set.
        named.remove("trader_trading_state");
        // Nothing may have been collected yet.
        named.remove("jvm_gc_pause_seconds_sum");
        Await.until("all told", () -> told().containsAll(named), () -> missing(named));
    }

    @Test
    void refusesWithoutTheInternalToken() {
        suite.metrics()
                .forEach((service, address) -> {
                    Answer answer = Metrics.read(address, "another-token-than-ours");
                    assertThat(answer.status()).as(service).isEqualTo(401);
                    assertThat(answer.body()).as(service).doesNotContain("jvm_");
                });
    }

    private static Set<String> named(String file) throws IOException {
        return NAMED.matcher(Files.readString(FILES.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private Set<String> told() {
        return suite.metrics().values().stream()
                .map(address -> Metrics.read(address, ProcessSuite.internalToken()))
                .flatMap(answer -> TOLD.matcher(answer.body()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Set<String> missing(Set<String> named) {
        var missing = new TreeSet<>(named);
        missing.removeAll(told());
        return missing;
    }
}
