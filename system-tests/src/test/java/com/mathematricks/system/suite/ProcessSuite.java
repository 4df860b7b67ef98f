package com.mathematricks.system.suite;

import com.mathematricks.setup.Service;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.ServiceHealth;
import com.mathematricks.system.client.Webhook;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The four services as processes, with a MongoDB server and a RabbitMQ broker. Whatever they do in
/// the store has to be within their roles.
public final class ProcessSuite implements Suite {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String METRICS = "/actuator/prometheus";
    private static final String API_TOKEN = "a-token-of-the-api-for-tests";
    private static final String PASSWORD = "a-password-for-tests";
    private static final String INTERNAL_TOKEN = "an-internal-token-for-tests";

    /// What the architecture lists as derived from the journal.
    private static final List<String> DERIVED =
            List.of(
                    "signal_decisions",
                    "orders",
                    "fills",
                    "positions",
                    "accounts",
                    "trading_states");

    private final Servers servers;
    private final @Nullable StoreTaps taps;
    private final Path folder;
    private final int collectorPort = Ports.anyFree();
    private final int enginePort = Ports.anyFree();
    private final int dashboardPort = Ports.anyFree();
    private final int notifierPort = Ports.anyFree();
    private final Child collector;
    private final Child engine;
    private final int secondEnginePort = Ports.anyFree();
    private final Child secondEngine;
    private final Child notifier;
    private final Child dashboard;

    ProcessSuite(Servers servers, Path folder) {
        this(servers, folder, new StoreTaps(servers.mongodbUri()));
    }

    /// @param taps null where it is not looked at what each service does in the store
    private ProcessSuite(Servers servers, Path folder, @Nullable StoreTaps taps) {
        this.servers = servers;
        this.taps = taps;
        this.folder = folder;
        engine = engine("trader-engine", enginePort);
        secondEngine = engine("second-engine", secondEnginePort);
        collector =
                child(
                        "signal-collector",
                        "signal-collector",
                        collectorPort,
                        Map.of("TRADER_ENGINE_URL", address(enginePort, "").toString()));
        dashboard =
                child(
                        "dashboard",
                        "dashboard",
                        dashboardPort,
                        Map.of(
                                "TRADER_STRATEGIESFILE",
                                strategiesFile().toString(),
                                "TRADER_GENERATEDSECRETSFILE",
                                secrets().toString(),
                                "TRADER_DASHBOARD_PASSWORD",
                                PASSWORD,
                                "TRADER_APITOKEN",
                                API_TOKEN));
        notifier = child("telegram-notifier", "telegram-notifier", notifierPort, Map.of());
    }

    /// The same four services, apart from these, on the same servers through gates.
    public ProcessSuite through(Gate mongodb, Gate rabbitmq) {
        return new ProcessSuite(servers.through(mongodb, rabbitmq), folder.resolve("gates"), null);
    }

    /// As a user of its own.
    public ProcessSuite through(Gate mongodb, Gate rabbitmq, String user, String password) {
        return new ProcessSuite(
                servers.through(mongodb, rabbitmq, user, password), folder.resolve("gates"), null);
    }

    public int mongodbPort() {
        return servers.mongodbPort();
    }

    public int rabbitmqPort() {
        return Integer.parseInt(servers.rabbitmqPort());
    }

    private Child engine(String name, int port) {
        return child("trader-engine", name, port, Map.of());
    }

    private Child child(String module, String name, int port, Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put(
                "SPRING_MONGODB_URI", taps == null ? servers.mongodbUri() : taps.uri(module));
        environment.put("SPRING_RABBITMQ_HOST", servers.rabbitmqHost());
        environment.put("SPRING_RABBITMQ_PORT", servers.rabbitmqPort());
        environment.put("SPRING_RABBITMQ_USERNAME", servers.rabbitmqUsername());
        environment.put("SPRING_RABBITMQ_PASSWORD", servers.rabbitmqPassword());
        environment.put("TRADER_INTERNALTOKEN", INTERNAL_TOKEN);
        return new Child(
                module,
                List.of(),
                environment,
                List.of(address(port, READINESS)),
                folder.resolve(name + ".log"));
    }

    private Path strategiesFile() {
        return folder.resolve("strategies.yml").toAbsolutePath();
    }

    private Path secrets() {
        return folder.resolve("secrets").toAbsolutePath();
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void start(StrategiesFile strategies) {
        empty();
        launch(strategies);
        awaitReady();
    }

    public void empty() {
        inStore(store ->
                store.listCollectionNames()
                        .into(new ArrayList<>())
                        .forEach(name -> store.getCollection(name).drop()));
    }

    /// Returns at once, whatever the services find.
    public void launch(StrategiesFile strategies) {
        try {
            Files.createDirectories(folder);
            Files.writeString(strategiesFile(), strategies.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        children().forEach(Child::start);
    }

    /// Throws AssertionError where one ends instead.
    public void awaitReady() {
        children().toList().forEach(Child::awaitReady);
    }

    public boolean allRun() {
        return children().allMatch(Child::isRunning);
    }

    public List<String> log(Service service) {
        return child(service).log();
    }

    public ServiceHealth health(Service service) {
        return new ServiceHealth(address(port(service), "/actuator/health"));
    }

    private Child child(Service service) {
        return switch (service) {
            case SIGNAL_COLLECTOR -> collector;
            case TRADER_ENGINE -> engine;
            case TELEGRAM_NOTIFIER -> notifier;
            case DASHBOARD -> dashboard;
        };
    }

    private int port(Service service) {
        return switch (service) {
            case SIGNAL_COLLECTOR -> collectorPort;
            case TRADER_ENGINE -> enginePort;
            case TELEGRAM_NOTIFIER -> notifierPort;
            case DASHBOARD -> dashboardPort;
        };
    }

    /// With SIGTERM.
    public void stop(Service service) {
        child(service).stop();
    }

    public void startAgain(Service service) {
        child(service).start();
        child(service).awaitReady();
    }

    /// With SIGTERM, one after another: who takes signals in first.
    @Override
    public void whileStopped(Consumer<MongoDatabase> work) {
        List.of(collector, engine, notifier, dashboard).forEach(Child::stop);
        inStore(work);
        children().forEach(Child::start);
        awaitReady();
    }

    private Stream<Child> children() {
        return Stream.of(dashboard, engine, collector, notifier);
    }

    private Stream<Child> allChildren() {
        return Stream.concat(children(), Stream.of(secondEngine));
    }

    /// What other writers and a person with database access can do.
    public void inStore(Consumer<MongoDatabase> what) {
        try (MongoClient client = MongoClients.create(servers.mongodbUri())) {
            String database = new ConnectionString(servers.mongodbUri()).getDatabase();
            what.accept(client.getDatabase(Objects.requireNonNull(database)));
        }
    }

    @Override
    public Webhook webhook() {
        return new Webhook(address(collectorPort, "/webhook"));
    }

    @Override
    public URI keyAddress(String strategy) {
        String key = Credentials.of(secrets()).getProperty("webhook.key." + strategy);
        return address(collectorPort, "/webhook/" + key);
    }

    @Override
    public ReadApi api() {
        return new ReadApi(address(dashboardPort, ""), API_TOKEN);
    }

    @Override
    public URI dashboard() {
        return address(dashboardPort, "/");
    }

    @Override
    public String ownersPassword() {
        return PASSWORD;
    }

    @Override
    public List<Fault> faults() {
        var faults =
                new ArrayList<>(
                        List.of(
                                fault("trader-engine", engine),
                                fault("signal-collector", collector)));
        if (servers.canCrash()) {
            Path log = folder.resolve("servers.log");
            faults.add(servers.crash("mongodb", log));
            faults.add(servers.crash("rabbitmq", log));
        } else {
            System.out.println("SERVERS_DIR is not set: MongoDB and RabbitMQ are not killed");
        }
        return faults;
    }

    private static Fault fault(String name, Child child) {
        return new Fault(
                name,
                child::kill,
                () -> {
                    child.start();
                    child.awaitReady();
                });
    }

    @Override
    public void rebuild() {
        engine.kill();
        inStore(store -> DERIVED.forEach(name -> store.getCollection(name).drop()));
        engine.start("--trader.engine.rebuild=true");
        engine.awaitReady();
    }

    /// A second engine on the same database, which somebody started by mistake.
    public URI startSecondEngine() {
        secondEngine.start();
        secondEngine.awaitReady();
        return address(secondEnginePort, "");
    }

    public URI firstEngine() {
        return address(enginePort, "");
    }

    /// The collector's restart with another address is what a person does about it.
    public void leadSignalsToSecondEngine() {
        collector.stop();
        collector.start("--trader.engine.url=" + address(secondEnginePort, ""));
        collector.awaitReady();
    }

    /// What Prometheus reads, by service.
    public Map<String, URI> metrics() {
        return Map.of(
                "signal-collector", address(collectorPort, METRICS),
                "trader-engine", address(enginePort, METRICS),
                "telegram-notifier", address(notifierPort, METRICS),
                "dashboard", address(dashboardPort, METRICS));
    }

    public static String internalToken() {
        return INTERNAL_TOKEN;
    }

    @Override
    public BrokerBook stopAndReadBroker() {
        allChildren().forEach(Child::stop);
        var books = new ArrayList<BrokerBook>();
        inStore(store -> books.add(BrokerBook.of(store)));
        return books.getFirst();
    }

    @Override
    public String logs() {
        return allChildren().map(Child::endOfLog).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        allChildren().forEach(Child::kill);
        if (taps != null) {
            taps.close();
        }
    }

    @Override
    public String toString() {
        return "processes";
    }
}
