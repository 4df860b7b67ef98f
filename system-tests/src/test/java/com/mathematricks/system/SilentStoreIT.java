package com.mathematricks.system;

import static com.mathematricks.setup.Service.DASHBOARD;
import static com.mathematricks.setup.Service.SIGNAL_COLLECTOR;
import static com.mathematricks.setup.Service.TRADER_ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.setup.Service;
import com.mathematricks.system.client.Answer;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.Gate;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.ProcessSuite;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A MongoDB that takes what it is told and never answers, on connections that nobody ends: no
/// service waits for those answers for ever.
@OnSuites(SuiteKind.PROCESSES)
class SilentStoreIT {

    private final Gate mongodb = new Gate();
    private final Gate rabbitmq = new Gate();
    private final ProcessSuite servers;
    private final ProcessSuite suite;

    SilentStoreIT(Suite suite) {
        this.servers = (ProcessSuite) suite;
        this.suite = servers.through(mongodb, rabbitmq);
    }

    @AfterEach
    void stop() {
        suite.close();
        mongodb.close();
        rabbitmq.close();
    }

    @Test
    void isWaitedOutAndNothingIsLostOrDoubled() {
        servers.empty();
        mongodb.open(servers.mongodbPort());
        rabbitmq.open(servers.rabbitmqPort());
        suite.launch(StrategiesFile.withDemo());
        suite.awaitReady();
        trade("buy");

        mongodb.silence();
        for (Service service : List.of(SIGNAL_COLLECTOR, TRADER_ENGINE, DASHBOARD)) {
            Await.until(
                    service + " is not ready",
                    () -> suite.health(service).status("readiness") == 503,
                    () -> suite.log(service));
        }

        mongodb.endSilence();
        suite.awaitReady();
        trade("sell");
        assertThat(suite.allRun()).isTrue();
        assertThat(suite.api().all("orders")).hasSize(2);
    }

    /// One signal, to its fill.
    private void trade(String action) {
        Answer answer =
                suite.webhook()
                        .postUntilTaken(
                                "demo",
                                "{\"ticker\": \"AAPL\", \"action\": \"%s\", \"price\": \"190\"}"
                                        .formatted(action));
        suite.api()
                .awaitSignal(
                        answer.text("key"), "filled", story -> story.path("fills").size() == 1);
    }
}
