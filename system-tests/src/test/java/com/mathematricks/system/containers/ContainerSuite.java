package com.mathematricks.system.containers;

import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.BrokerBook;
import com.mathematricks.system.suite.Fault;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/// All containers, brought up from the real compose files by `./trader init --http` and `./trader
/// up`, with the test's one overlay.
public final class ContainerSuite implements Suite {

    /// Our services with the ports on which they answer.
    static final Map<String, Integer> SERVICES =
            Map.of(
                    "trader-engine", 8503,
                    "signal-collector", 8502,
                    "telegram-notifier", 8504,
                    "dashboard", 8501);

    static final Map<String, Integer> BACKENDS = Map.of("mongodb", 27017, "rabbitmq", 5672);

    private final Installation installation;
    private final OutsideHost outside;
    private final FakeTelegram telegram;

    public ContainerSuite(Path folder) {
        installation = new Installation(folder.resolve("installation"));
        outside = new OutsideHost();
        telegram = new FakeTelegram(outside, folder);
        // The containers must not outlive the tests.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    @Override
    public void start(StrategiesFile strategies) {
        installation.create();
        installation.write("strategies.yml", strategies.text());
        installation.trader("init", "--http");
        installation.useStandIns();
        installation.set("TELEGRAM_URL", FakeTelegram.url());
        installation.set("TELEGRAM_CHATS", FakeTelegram.CHAT);
        installation.write("secrets/telegram_token", FakeTelegram.TOKEN);
        installation.trader("up");
    }

    Installation installation() {
        return installation;
    }

    OutsideHost outside() {
        return outside;
    }

    FakeTelegram telegram() {
        return telegram;
    }

    @Override
    public Webhook webhook() {
        return new Webhook(URI.create("http://127.0.0.1/webhook"));
    }

    @Override
    public URI keyAddress(String strategy) {
        return URI.create(
                "http://127.0.0.1/webhook/" + installation.secret(strategy + "_webhook_key"));
    }

    @Override
    public ReadApi api() {
        return new ReadApi(URI.create("http://127.0.0.1:8501"), installation.secret("api_token"));
    }

    @Override
    public URI dashboard() {
        return URI.create("http://127.0.0.1:8501/");
    }

    @Override
    public String ownersPassword() {
        return installation.secret("dashboard_password");
    }

    @Override
    public List<Fault> faults() {
        return List.of(
                fault("trader-engine"),
                fault("signal-collector"),
                fault("mongodb"),
                fault("rabbitmq"),
                fault("telegram-notifier"),
                fault("dashboard"));
    }

    /// Of the process on this machine, because `docker kill` would not have Docker start it again.
    private Fault fault(String service) {
        return new Fault(service, () -> kill(service), () -> awaitAnswer(service));
    }

    private void kill(String service) {
        String pid = inspect(service, "{{.State.Pid}}");
        new Command(Path.of("."), java.time.Duration.ofSeconds(5)).run("kill", "-s", "KILL", pid);
    }

    void awaitAnswer(String service) {
        Await.until(
                service + " answers again",
                Await.START_BOUND,
                () ->
                        SERVICES.containsKey(service)
                                ? isReady(service)
                                : accepts(address(service), port(service)),
                () -> whatItDoes(service));
    }

    /// Where a Java process does not get ready, what it says of its health, and what its threads
    /// wait for, are the question.
    private String whatItDoes(String service) {
        String said = inspect(service, "{{json .NetworkSettings.Networks}} {{json .State}}");
        if (SERVICES.containsKey(service)) {
            said += "\nreadiness: " + readiness(service);
            installation.tryDocker("kill", "--signal", "QUIT", id(service));
        }
        return logs() + installation.tryDocker("logs", "--tail", "1000", id(service)).said() + said;
    }

    private String readiness(String service) {
        try {
            return Webhook.get(readinessOf(service, address(service))).toString();
        } catch (java.io.UncheckedIOException e) {
            return e.toString();
        }
    }

    private static URI readinessOf(String service, String address) {
        return URI.create(
                "http://%s:%d/actuator/health/readiness".formatted(address, port(service)));
    }

    private boolean isReady(String service) {
        String address = address(service);
        return !address.isEmpty() && statusOf(readinessOf(service, address)) == 200;
    }

    private static int port(String service) {
        return Objects.requireNonNull(
                SERVICES.getOrDefault(service, BACKENDS.get(service)), service);
    }

    private static int statusOf(URI address) {
        try {
            return Webhook.statusOf(address);
        } catch (java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static boolean accepts(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /// On the first of its networks; this machine reaches its containers there.
    String address(String service) {
        return inspect(service, "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}")
                .split(" ")[0];
    }

    String inspect(String service, String format) {
        return installation.docker("inspect", "--format", format, id(service));
    }

    String id(String service) {
        String id = installation.compose("ps", "--all", "--quiet", service);
        if (id.isEmpty()) {
            throw new AssertionError("there is no container of " + service + ":\n" + logs());
        }
        return id;
    }

    /// As the administrator.
    <T> T inStore(Function<MongoDatabase, T> what) {
        String uri =
                "mongodb://admin:%s@%s:27017/?authSource=admin&directConnection=true&serverMonitoringMode=poll"
                        .formatted(
                                installation.secret("mongodb_admin_password"), address("mongodb"));
        try (MongoClient client = MongoClients.create(uri)) {
            return what.apply(client.getDatabase("mathematricks_trader"));
        }
    }

    @Override
    public void rebuild() {
        throw new UnsupportedOperationException("is tested with processes");
    }

    @Override
    public void whileStopped(Consumer<MongoDatabase> what) {
        stopServices();
        inStore(store -> {
            what.accept(store);
            return true;
        });
        installation.trader("up");
    }

    @Override
    public BrokerBook stopAndReadBroker() {
        stopServices();
        return inStore(BrokerBook::of);
    }

    private void stopServices() {
        SERVICES.keySet().forEach(service -> installation.compose("stop", service));
    }

    @Override
    public String logs() {
        return installation.tryDocker("compose", "logs", "--no-color", "--tail", "60").said();
    }

    @Override
    public void close() {
        installation.tryDocker(
                "compose",
                "--profile",
                "*",
                "down",
                "--volumes",
                "--remove-orphans",
                "--timeout",
                "5");
        telegram.close();
        outside.close();
    }

    @Override
    public String toString() {
        return "containers";
    }
}
