package com.mathematricks.system;

import static com.mathematricks.setup.Service.DASHBOARD;
import static com.mathematricks.setup.Service.SIGNAL_COLLECTOR;
import static com.mathematricks.setup.Service.TELEGRAM_NOTIFIER;
import static com.mathematricks.setup.Service.TRADER_ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.setup.Service;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.Gate;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.ProcessSuite;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The four services start before MongoDB and RabbitMQ do, and before these know them: each says
/// what it waits for, none ends, and all go on by themselves.
@OnSuites(SuiteKind.PROCESSES)
class WorldAwayIT {

    private static final String USER = "late";
    private static final String PASSWORD = "a-password-that-comes-late";

    /// Not ready without MongoDB; the notifier is, to take events when they come.
    private static final List<Service> NEED_THE_STORE =
            List.of(SIGNAL_COLLECTOR, TRADER_ENGINE, DASHBOARD);

    private static final List<Service> NEED_THE_BROKER = List.of(TRADER_ENGINE, TELEGRAM_NOTIFIER);

    private final ProcessSuite servers;
    private final Gate mongodb = new Gate();
    private final Gate rabbitmq = new Gate();
    private final ProcessSuite suite;

    WorldAwayIT(Suite suite) {
        this.servers = (ProcessSuite) suite;
        this.suite = servers.through(mongodb, rabbitmq, USER, PASSWORD);
    }

    @AfterEach
    void stop() {
        suite.close();
        mongodb.close();
        rabbitmq.close();
        asAdministrator(WorldAwayIT::forget);
    }

    @Test
    void eachSaysWhatItWaitsForAndGoesOnByItself() {
        servers.empty();
        asAdministrator(WorldAwayIT::forget);
        String store = "MongoDB at 127.0.0.1:" + mongodb.port();
        String broker = "RabbitMQ at 127.0.0.1:" + rabbitmq.port();
        suite.launch(StrategiesFile.withDemo());

        for (Service service : Service.values()) {
            awaitLine(service, "waiting for " + store + ": connection refused");
        }
        NEED_THE_BROKER.forEach(
                service -> awaitLine(service, "waiting for " + broker + ": connection refused"));
        for (Service service : NEED_THE_STORE) {
            Await.until(
                    service + " lives",
                    () -> suite.health(service).status("liveness") == 200,
                    () -> suite.log(service));
            assertThat(suite.health(service).status("readiness")).as("" + service).isEqualTo(503);
            Await.until(
                    service + " tells the cause to whoever has the token",
                    () -> told(service).contains(store + ": connection refused"),
                    () -> told(service));
            assertThat(suite.health(service).body()).doesNotContain("refused");
        }

        mongodb.open(servers.mongodbPort());
        for (Service service : Service.values()) {
            awaitLine(service, "waiting for " + store + ": it refuses the user late");
        }

        asAdministrator(WorldAwayIT::welcome);
        suite.awaitReady();
        assertThat(told(TRADER_ENGINE)).contains("DEGRADED", broker + ": connection refused");

        rabbitmq.refuseLogins();
        NEED_THE_BROKER.forEach(
                service -> awaitLine(service, "waiting for " + broker + ": it refuses the user"));

        rabbitmq.open(servers.rabbitmqPort());
        NEED_THE_BROKER.forEach(service -> awaitLine(service, broker + " answers again"));
        Await.until(
                "all are well",
                () -> {
                    var services = suite.api().all("services");
                    return services.size() == Service.values().length
                            && services.stream()
                                    .allMatch(one -> one.path("health").asString().equals("UP"));
                },
                () -> suite.api().all("services"));
        assertThat(suite.allRun()).isTrue();
        for (Service service : Service.values()) {
            assertFewLines(service);
        }
    }

    private String told(Service service) {
        return suite.health(service).body(ProcessSuite.internalToken());
    }

    private void awaitLine(Service service, String words) {
        Await.until(
                service + " says: " + words,
                () -> suite.log(service).stream().anyMatch(line -> line.contains(words)),
                () -> suite.log(service));
    }

    /// No stack traces, and the same not each second.
    private void assertFewLines(Service service) {
        List<String> lines = suite.log(service);
        assertThat(lines).as("" + service).noneMatch(line -> line.startsWith("\tat "));
        assertThat(lines.stream().filter(line -> line.contains(" WARN ")).count())
                .as("%s: %s", service, lines)
                .isLessThan(20);
        assertThat(lines).as("" + service).noneMatch(line -> line.contains(PASSWORD));
    }

    private static void welcome(MongoDatabase admin) {
        admin.runCommand(
                new Document("createUser", USER)
                        .append("pwd", PASSWORD)
                        .append("roles", List.of(role("readWrite"), role("dbAdmin"))));
    }

    private static Document role(String name) {
        return new Document("role", name).append("db", "mathematricks_trader");
    }

    private static void forget(MongoDatabase admin) {
        var users =
                admin.runCommand(new Document("usersInfo", USER))
                        .getList("users", Document.class, List.of());
        if (!users.isEmpty()) {
            admin.runCommand(new Document("dropUser", USER));
        }
    }

    private static void asAdministrator(Consumer<MongoDatabase> work) {
        String uri = Objects.requireNonNull(System.getenv("MONGODB_ADMIN_URI"));
        try (MongoClient client = MongoClients.create(uri)) {
            work.accept(client.getDatabase("admin"));
        }
    }
}
