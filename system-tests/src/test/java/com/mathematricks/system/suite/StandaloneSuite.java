package com.mathematricks.system.suite;

import com.mathematricks.standalone.store.EmbeddedStore;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/// One process on the embedded store, as `./trader run` starts it.
public final class StandaloneSuite implements Suite {

    private static final Duration DEMO_BOUND = Duration.ofMinutes(4);

    private final Path data;
    private final int port = Ports.anyFree();
    private final int webhookPort = Ports.anyFree();
    private final Child child;

    /// @param folder of its own, for data and log
    StandaloneSuite(Path folder) {
        data = folder.resolve("data");
        child =
                new Child(
                        "standalone",
                        List.of(
                                "--data=" + data,
                                "--port=" + port,
                                "--webhook-port=" + webhookPort),
                        Map.of(),
                        List.of(
                                address(port, "/actuator/health/readiness"),
                                address(webhookPort, "/actuator/health/readiness")),
                        folder.resolve("standalone.log"));
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void start(StrategiesFile strategies) {
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve("strategies.yml"), strategies.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startAgain();
    }

    /// Plays the made-up month, and returns when it is over.
    public void startDemo() {
        child.start("--demo");
        child.awaitReady();
        Await.until(
                "the demo's month is played",
                DEMO_BOUND,
                () -> child.endOfLog().contains("month is played"),
                child::endOfLog);
    }

    private void startAgain() {
        child.start();
        child.awaitReady();
    }

    @Override
    public Webhook webhook() {
        return new Webhook(address(webhookPort, "/webhook"));
    }

    @Override
    public URI keyAddress(String strategy) {
        Properties credentials = credentials();
        String name = strategy.equals("demo") ? "webhook.key" : "webhook.key." + strategy;
        return URI.create(
                credentials.getProperty("webhook.url") + "/" + credentials.getProperty(name));
    }

    @Override
    public ReadApi api() {
        return new ReadApi(address(port, ""), credentials().getProperty("api.token"));
    }

    @Override
    public URI dashboard() {
        return address(port, "/");
    }

    @Override
    public String ownersPassword() {
        return credentials().getProperty("dashboard.password");
    }

    private Properties credentials() {
        return Credentials.of(data.resolve("credentials"));
    }

    @Override
    public List<Fault> faults() {
        return List.of(new Fault("the suite", child::kill, this::startAgain));
    }

    /// The embedded store is not reachable from outside: here the engine itself drops them.
    @Override
    public void rebuild() {
        child.kill();
        child.start("--rebuild");
        child.awaitReady();
    }

    @Override
    public BrokerBook stopAndReadBroker() {
        child.stop();
        var books = new ArrayList<BrokerBook>();
        inStore(store -> books.add(BrokerBook.of(store)));
        return books.getFirst();
    }

    @Override
    public void whileStopped(Consumer<MongoDatabase> work) {
        child.stop();
        inStore(work);
        startAgain();
    }

    private void inStore(Consumer<MongoDatabase> work) {
        try (EmbeddedStore store = EmbeddedStore.open(data.resolve("store"), 0);
                MongoClient client = MongoClients.create(store.uri())) {
            work.accept(client.getDatabase("mathematricks_trader"));
        }
    }

    @Override
    public String logs() {
        return child.endOfLog();
    }

    @Override
    public void close() {
        child.kill();
    }

    @Override
    public String toString() {
        return "standalone";
    }
}
