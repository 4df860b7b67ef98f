package com.mathematricks.system.suite;

import com.mathematricks.standalone.store.EmbeddedStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The dashboard as a process, on an embedded store of the test's own, which can go away.
public final class DashboardAlone implements AutoCloseable {

    public static final String PASSWORD = "a-password-for-tests";

    private final Path folder;
    private final int storePort = Ports.anyFree();
    private final int port = Ports.anyFree();
    private final Child child;
    private @Nullable EmbeddedStore store;

    public DashboardAlone(Path folder) {
        this.folder = folder;
        this.child =
                new Child(
                        "dashboard",
                        List.of(),
                        Map.of(
                                "SERVER_ADDRESS",
                                "127.0.0.1",
                                "SERVER_PORT",
                                String.valueOf(port),
                                "SPRING_MONGODB_URI",
                                openStore().uri(),
                                "TRADER_DASHBOARD_PASSWORD",
                                PASSWORD,
                                "TRADER_APITOKEN",
                                "a-token-of-the-api-for-tests"),
                        List.of(address().resolve("/actuator/health/readiness")),
                        folder.resolve("dashboard.log"));
        child.start();
        child.awaitReady();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private EmbeddedStore openStore() {
        var opened = EmbeddedStore.open(folder.resolve("store"), storePort);
        store = opened;
        return opened;
    }

    public void takeStoreAway() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    public void bringStoreBack() {
        openStore();
    }

    /// What other services would write.
    public void inStore(Consumer<MongoDatabase> what) {
        if (store != null) {
            try (MongoClient client = MongoClients.create(store.uri())) {
                what.accept(client.getDatabase("mathematricks_trader"));
            }
        }
    }

    @Override
    public void close() {
        child.kill();
        takeStoreAway();
    }
}
