package com.mathematricks.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a container may do, and whom it can reach: asked of the running ones, and of the kernel.
@OnSuites(SuiteKind.CONTAINERS)
class HardeningIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MEBIBYTE = 1L << 20;
    private static final Duration REST_BOUND = Duration.ofMinutes(3);

    /// The services with the user that each runs as.
    private static final Map<String, Integer> RUNNING =
            Map.of(
                    "trader-engine", 1000,
                    "signal-collector", 1000,
                    "telegram-notifier", 1000,
                    "dashboard", 1000,
                    "caddy", 1000,
                    "mongodb", 999,
                    "rabbitmq", 999);

    private final ContainerSuite suite;

    HardeningIT(Suite suite) {
        this.suite = (ContainerSuite) suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    @Test
    void nobodyHasMoreRightsThanItNeeds() {
        assertThat(suite.installation().compose("ps", "--services").lines())
                .containsExactlyInAnyOrderElementsOf(RUNNING.keySet());
        RUNNING.forEach(this::assertHardened);
    }

    private void assertHardened(String service, int user) {
        JsonNode container =
                JSON.readTree(suite.installation().docker("inspect", suite.id(service))).get(0);
        JsonNode host = container.path("HostConfig");
        assertThat(host.path("ReadonlyRootfs").asBoolean()).as(service).isTrue();
        assertThat(host.path("Privileged").asBoolean()).as(service).isFalse();
        assertThat(host.path("SecurityOpt").toString()).as(service).contains("no-new-privileges");
        assertThat(host.path("Memory").asLong()).as(service).isPositive();
        assertThat(host.path("NanoCpus").asLong()).as(service).isPositive();
        assertThat(host.path("PidsLimit").asLong()).as(service).isPositive();
        assertThat(host.path("LogConfig").path("Config").has("max-size")).as(service).isTrue();
        assertThat(container.path("RestartCount").asInt()).as(service).isZero();

        String pid = container.path("State").path("Pid").asString();
        Map<String, List<String>> status = statusOfProcess(pid);
        assertThat(status.get("Uid")).as(service).containsOnly(String.valueOf(user));
        assertThat(status.get("NoNewPrivs")).as(service).containsExactly("1");
        assertThat(status.get("CapEff")).as(service).containsExactly("0000000000000000");
        assertThat(status.get("CapBnd"))
                .as(service)
                // Caddy's bit 10 lets it listen on a port below 1024.
                .containsExactly(service.equals("caddy") ? "0000000000000400" : "0000000000000000");
        assertThat(status.get("Seccomp")).as(service).containsExactly("2");
        assertThat(lines("/proc/" + pid + "/mounts").filter(line -> line.split(" ")[1].equals("/")))
                .as(service)
                .allMatch(line -> line.split(" ")[3].startsWith("ro"));
    }

    private static Map<String, List<String>> statusOfProcess(String pid) {
        var status = new java.util.HashMap<String, List<String>>();
        lines("/proc/" + pid + "/status")
                .map(line -> line.split(":\\s*", 2))
                .forEach(parts -> status.put(parts[0], List.of(parts[1].split("\\s+"))));
        return status;
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void onlyTheDashboardAndTheEdgeArePublished() {
        OutsideHost outside = suite.outside();

        assertThat(outside.reaches(OutsideHost.THIS_MACHINE, 80)).isTrue();
        assertThat(outside.reaches(OutsideHost.THIS_MACHINE, 8501)).isTrue();
        List<String> ports = new ArrayList<>();
        for (String service : RUNNING.keySet()) {
            JsonNode bound =
                    JSON.readTree(suite.inspect(service, "{{json .NetworkSettings.Ports}}"));
            bound.properties().stream()
                    .filter(port -> port.getValue().isArray())
                    .forEach(port -> ports.add(service + " " + port.getKey()));
        }
        assertThat(ports).containsExactlyInAnyOrder("caddy 80/tcp", "dashboard 8501/tcp");
        Stream.concat(
                        ContainerSuite.SERVICES.values().stream(),
                        ContainerSuite.BACKENDS.values().stream())
                .filter(port -> port != 8501)
                .forEach(port ->
                        assertThat(outside.reaches(OutsideHost.THIS_MACHINE, port))
                                .as("port " + port)
                                .isFalse());
    }

    @Test
    void theDashboardCannotReachTheEngine() {
        String engine = suite.address("trader-engine");
        String path = ":8503/actuator/health/readiness";

        assertThat(connects("signal-collector", "http://trader-engine" + path)).isTrue();
        assertThat(connects("dashboard", "http://localhost:8501/actuator/health/readiness"))
                .isTrue();
        assertThat(connects("dashboard", "http://trader-engine" + path)).isFalse();
        assertThat(connects("dashboard", "http://" + engine + path)).isFalse();
    }

    @Test
    void onlyEngineAndNotifierReachTheInternet() {
        String internet = FakeTelegram.url() + "/";

        assertThat(connects("trader-engine", internet)).isTrue();
        assertThat(connects("telegram-notifier", internet)).isTrue();
        assertThat(connects("signal-collector", internet)).isFalse();
        assertThat(connects("dashboard", internet)).isFalse();
        assertThat(connectsByShell("mongodb")).isFalse();
        assertThat(connectsByShell("rabbitmq")).isFalse();
    }

    /// By the program that asks for its health, so that nothing has to be in the image for it.
    private boolean connects(String service, String address) {
        return suite.installation()
                        .tryDocker(
                                "exec",
                                suite.id(service),
                                "java",
                                "-XX:+UseSerialGC",
                                "-Xmx16m",
                                "-cp",
                                "/app/probe",
                                "com.mathematricks.probe.HealthProbe",
                                address)
                        .code()
                == 0;
    }

    private boolean connectsByShell(String service) {
        String script = "exec 3<>/dev/tcp/%s/%d".formatted(OutsideHost.ADDRESS, BotServer.PORT);
        return suite.installation()
                        .tryDocker("exec", suite.id(service), "timeout", "3", "bash", "-c", script)
                        .code()
                == 0;
    }

    @Test
    void mongodbRefusesWhoeverHasNoPassword() {
        String uri =
                "mongodb://%s:27017/?directConnection=true&serverSelectionTimeoutMS=5000"
                        .formatted(suite.address("mongodb"));
        try (MongoClient client = MongoClients.create(uri)) {
            assertThatThrownBy(() ->
                            client.getDatabase("mathematricks_trader")
                                    .getCollection("journal")
                                    .find()
                                    .first())
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("requires authentication");
        }
    }

    @Test
    void noSecretIsInWhatDockerShowsOrInTheLogs() throws IOException {
        var shown = new StringBuilder(suite.installation().compose("logs", "--no-color"));
        for (String service : RUNNING.keySet()) {
            shown.append(suite.installation().docker("inspect", suite.id(service)));
        }
        try (Stream<Path> secrets = Files.list(suite.installation().folder().resolve("secrets"))) {
            List<Path> files = secrets.toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                String secret = Files.readString(file).strip();
                assertThat(secret).as(file.toString()).isNotEmpty();
                assertThat(shown.indexOf(secret)).as(file.toString()).isNegative();
            }
        }
    }

    /// At rest is some time after the start, when what only that needed has been given back.
    @Test
    void needsLittleMemory() {
        Await.until(
                "our four services need less than 600 MB together",
                REST_BOUND,
                () -> memory().values().stream().mapToLong(Long::longValue).sum() < 600,
                this::memory);
        System.out.println("MB of memory at rest: " + memory());
        ContainerSuite.SERVICES
                .keySet()
                .forEach(service ->
                        System.out.println("image of " + service + ": " + size(service)));
    }

    /// In MiB.
    private Map<String, Long> memory() {
        var memory = new TreeMap<String, Long>();
        ContainerSuite.SERVICES.keySet().forEach(service -> memory.put(service, memory(service)));
        return memory;
    }

    /// What of the machine's memory is resident for the service's process, with its share of the
    /// pages that several processes map. Not what `docker stats` shows: that counts files that were
    /// read lately, which the kernel takes back when it needs the memory.
    private long memory(String service) {
        String process = suite.inspect(service, "{{.State.Pid}}");
        try (Stream<String> lines = Files.lines(Path.of("/proc", process, "smaps_rollup"))) {
            String kibibytes =
                    lines.filter(line -> line.startsWith("Pss:")).findFirst().orElseThrow();
            return Long.parseLong(kibibytes.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String size(String service) {
        String image = suite.inspect(service, "{{.Image}}");
        String bytes =
                suite.installation().docker("image", "inspect", "--format", "{{.Size}}", image);
        return Long.parseLong(bytes) / MEBIBYTE + " MB";
    }
}
