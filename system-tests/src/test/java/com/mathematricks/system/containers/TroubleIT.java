package com.mathematricks.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// What an owner may get wrong, or the world: each is told in words, nothing restarts in a storm,
/// and all heals once the cause is gone.
@OnSuites(SuiteKind.CONTAINERS)
class TroubleIT {

    private final ContainerSuite suite;
    private final Installation installation;

    TroubleIT(Suite suite) {
        this.suite = (ContainerSuite) suite;
        this.installation = this.suite.installation();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    @Test
    void backendsThatAreAwayAtTheStartAreWaitedFor() {
        installation.compose("stop", "mongodb", "rabbitmq");
        installation.compose(
                "restart", "trader-engine", "signal-collector", "telegram-notifier", "dashboard");
        for (String service : ContainerSuite.SERVICES.keySet()) {
            Await.until(
                    service + " says what it waits for",
                    () -> logOf(service).toLowerCase(java.util.Locale.ROOT).contains("mongodb"),
                    () -> logOf(service));
        }

        installation.compose("start", "mongodb", "rabbitmq");

        ContainerSuite.SERVICES.keySet().forEach(suite::awaitAnswer);
        for (String service : ContainerSuite.SERVICES.keySet()) {
            assertThat(suite.inspect(service, "{{.RestartCount}}")).as(service).isEqualTo("0");
        }
        Answer answer =
                suite.webhook()
                        .postUntilTaken(
                                "demo",
                                "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"price\": \"190\"}");
        suite.api()
                .awaitSignal(
                        answer.text("key"), "filled", story -> story.path("fills").size() == 1);
    }

    private String logOf(String service) {
        return installation.docker("logs", "--since", "1m", suite.id(service));
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        installation.compose("rm", "--stop", "--force", "caddy");
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("0.0.0.0", 80));

            Command.Result result = installation.tryTrader("up");

            assertThat(result.code()).isNotZero();
            assertThat(result.said()).contains("80").containsAnyOf("in use", "taken");
        }
        installation.trader("up");
    }

    @Test
    void aMissingSecretIsNamed() {
        String token = installation.secret("internal_token");
        String folder = Objects.toString(installation.folder().resolve("secrets/internal_token"));
        installation.compose("rm", "--stop", "--force", "signal-collector");
        new Command(installation.folder(), java.time.Duration.ofSeconds(5)).run("rm", folder);

        Command.Result result = installation.tryDocker("compose", "up", "--detach");

        assertThat(result.code()).isNotZero();
        assertThat(result.said()).contains("internal_token");
        installation.write("secrets/internal_token", token);
        installation.trader("up");
    }

    @Test
    void tooLittleMemoryIsRefusedBeforeAnythingChanges() {
        String before = suite.id("trader-engine");
        String enough = installation.setting("TRADER_ENGINE_MEMORY");
        installation.set("TRADER_ENGINE_MEMORY", "64m");

        Command.Result result = installation.tryTrader("up");

        assertThat(result.code()).isNotZero();
        assertThat(result.said())
                .contains("TRADER_ENGINE_MEMORY in .env is '64m': it must be at least 320m");
        installation.set("TRADER_ENGINE_MEMORY", enough);
        assertThat(suite.id("trader-engine")).isEqualTo(before);
    }

    @Test
    void aVolumeOfRootKeepsNobodyFromTrading() {
        Path logs =
                Path.of(
                        suite.inspect(
                                "trader-engine",
                                "{{range .Mounts}}{{if eq .Name \"mathematricks-trader_trader_logs\"}}{{.Source}}{{end}}{{end}}"));
        own(logs, "0:0");

        installation.compose("restart", "trader-engine");

        suite.awaitAnswer("trader-engine");
        Await.until(
                "the engine says whose volume it is",
                () -> logOf("trader-engine").contains("make it writable for user 1000"),
                () -> logOf("trader-engine"));
        Await.until(
                "health shows it",
                () -> suite.api().all("services").toString().contains("No log file"),
                () -> suite.api().all("services"));
        own(logs, "1000:1000");
        installation.compose("restart", "trader-engine");
        suite.awaitAnswer("trader-engine");
        assertThat(
                        installation.docker(
                                "logs",
                                "--since",
                                suite.inspect("trader-engine", "{{.State.StartedAt}}"),
                                suite.id("trader-engine")))
                .doesNotContain("No log file: ");
    }

    private void own(Path folder, String owner) {
        new Command(installation.folder(), java.time.Duration.ofSeconds(5))
                .run("chown", "--recursive", owner, folder.toString());
    }

    @Test
    void withoutSettingsItSaysWhatToDo() {
        String settings = installation.read(".env");
        new Command(installation.folder(), java.time.Duration.ofSeconds(5)).run("rm", ".env");

        Command.Result result = installation.tryDocker("compose", "up", "--detach");

        assertThat(result.code()).isNotZero();
        assertThat(result.said()).contains("./trader init");
        installation.write(".env", settings);
    }
}
