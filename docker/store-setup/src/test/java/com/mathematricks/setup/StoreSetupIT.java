package com.mathematricks.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// On the server that the environment names, as an administrator of whatever name.
@EnabledIfEnvironmentVariable(
        named = "MONGODB_ADMIN_URI",
        matches = ".+",
        disabledReason = "no server with an administrator is named in MONGODB_ADMIN_URI")
class StoreSetupIT {

    private final ConnectionString admin = new ConnectionString(System.getenv("MONGODB_ADMIN_URI"));
    private final String host = admin.getHosts().getFirst();
    private final MongoServer server =
            new MongoServer(
                    host,
                    Objects.requireNonNull(admin.getUsername()),
                    new String(Objects.requireNonNull(admin.getPassword())));
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void removeAll() {
        for (Service service : Service.values()) {
            quietly(new Document("dropUser", service.user()));
            quietly(new Document("dropRole", service.user()));
        }
        quietly(new Document("dropUser", "backup"));
    }

    @Test
    void rolesAreStoredAsTheTableHasThem() {
        setUp("first");
        setUp("first");

        for (Service service : Service.values()) {
            Document role =
                    server.admin(
                                    new Document(
                                                    "rolesInfo",
                                                    new Document("role", service.user())
                                                            .append("db", "admin"))
                                            .append("showPrivileges", true))
                            .getList("roles", Document.class)
                            .getFirst();
            assertThat(actions(role.getList("privileges", Document.class)))
                    .as(service.user())
                    .isEqualTo(actions(Users.privileges(service)));
        }
    }

    /// Of each collection, as sets: a server has an order of its own.
    private static Map<Object, Set<String>> actions(List<Document> privileges) {
        return privileges.stream()
                .collect(
                        Collectors.toMap(
                                privilege -> Map.copyOf(privilege.get("resource", Document.class)),
                                privilege ->
                                        new TreeSet<>(privilege.getList("actions", String.class))));
    }

    @Test
    void aUserLogsInWithTheNewPasswordOnly() {
        setUp("first");
        setUp("second");

        assertThat(find("signal-collector", "second SIGNAL_COLLECTOR")).isNotNull();
        assertThatThrownBy(() -> find("signal-collector", "first SIGNAL_COLLECTOR"))
                .isInstanceOf(MongoException.class);
    }

    @Test
    void aRefusedPasswordEndsIt() {
        try (var refused = new MongoServer(host, "administrator", "wrong, wrong, wrong")) {
            var setup = new StoreSetup(refused, settings("first"), said::add);

            assertThatThrownBy(() -> patience().untilDone(setup.work(List.of(), Clock.systemUTC())))
                    .isInstanceOf(SetupFailedException.class)
                    .hasMessageContaining("mongodb_admin_password");
        }
    }

    @Test
    void aRestoreIsMarked() {
        var setup = new StoreSetup(server, settings("first"), said::add);
        patience()
                .untilDone(
                        setup.work(List.of("restored", "2026-11-23T12:30:00Z"), Clock.systemUTC()));

        var query =
                new Document("find", RestoreMark.COLLECTION)
                        .append("filter", new Document("_id", "restore"));
        Document found =
                server.run(Roles.DATABASE, query)
                        .get("cursor", Document.class)
                        .getList("firstBatch", Document.class)
                        .getFirst();
        assertThat(found.keySet()).containsExactly("_id", "id", "at", "backupTakenAt");
        server.run(
                Roles.DATABASE,
                new Document("delete", RestoreMark.COLLECTION)
                        .append(
                                "deletes",
                                List.of(
                                        new Document("q", new Document("_id", "restore"))
                                                .append("limit", 1))));
    }

    private Document find(String user, String password) {
        try (var own = new MongoServer(host, user, password)) {
            return own.run(Roles.DATABASE, new Document("find", "trading_signals"));
        }
    }

    private void setUp(String word) {
        var setup = new StoreSetup(server, settings(word), said::add);
        patience().untilDone(setup.work(List.of(), Clock.systemUTC()));
    }

    private Patience patience() {
        return new Patience(host, said::add, () -> {});
    }

    private Settings settings(String word) {
        var passwords = new EnumMap<Service, String>(Service.class);
        for (Service service : Service.values()) {
            passwords.put(service, word + " " + service);
        }
        return new Settings(host, "", "unused", passwords, word + " backup");
    }

    private void quietly(Document command) {
        try {
            server.admin(command);
        } catch (MongoCommandException e) {
            // It was not there.
        }
    }
}
