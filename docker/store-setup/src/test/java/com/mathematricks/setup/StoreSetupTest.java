package com.mathematricks.setup;

import static com.mathematricks.setup.ServerStandIn.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreSetupTest {

    private static final String MEMBER = "mongodb:27017";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC);

    private final ServerStandIn server = new ServerStandIn();
    private final List<String> said = new ArrayList<>();

    @Test
    void initiatesAReplicaSetThatNeverWas() {
        server.always("replSetGetStatus", failure(94, "no replset config has been received"));
        server.always(
                "hello",
                new Document("isWritablePrimary", false),
                new Document("isWritablePrimary", true));

        run(settings("rs0"), List.of());

        assertThat(server.sent("replSetInitiate", set("rs0"))).isNotNull();
        assertThat(said)
                .containsSubsequence(
                        "initiated the replica set rs0 with mongodb:27017",
                        "waiting for a primary of the replica set",
                        "the database is ready, with its roles and users");
    }

    @Test
    void leavesAReplicaSetThatIsThere() {
        server.always("replSetGetStatus", new Document("set", "rs0"));

        run(settings("rs0"), List.of());

        assertThat(server.names()).doesNotContain("replSetInitiate");
        assertThat(said).containsExactly("the database is ready, with its roles and users");
    }

    @Test
    void asksNothingOfAReplicaSetThatIsNotItsOwn() {
        run(settings(""), List.of());

        assertThat(server.names()).doesNotContain("replSetGetStatus", "replSetInitiate");
    }

    @Test
    void refusesAnotherReplicaSetAndAServerWithoutOne() {
        server.always("replSetGetStatus", new Document("set", "mine"));
        assertThatThrownBy(() -> run(settings("rs0"), List.of()))
                .isInstanceOf(SetupFailedException.class)
                .hasMessageContaining("in the replica set mine, not in rs0");

        server.always("replSetGetStatus", failure(76, "not running with --replSet"));
        assertThatThrownBy(() -> run(settings("rs0"), List.of()))
                .isInstanceOf(SetupFailedException.class)
                .hasMessageContaining("start mongod with --replSet rs0");
    }

    @Test
    void createsARoleAndAUserForEachServiceAndOneForBackups() {
        run(settings(""), List.of());

        assertThat(server.names())
                .containsExactly(
                        "hello",
                        "rolesInfo",
                        "createRole",
                        "usersInfo",
                        "createUser",
                        "rolesInfo",
                        "createRole",
                        "usersInfo",
                        "createUser",
                        "rolesInfo",
                        "createRole",
                        "usersInfo",
                        "createUser",
                        "rolesInfo",
                        "createRole",
                        "usersInfo",
                        "createUser",
                        "usersInfo",
                        "createUser");
        assertThat(server.sent("createUser", "trader-engine"))
                .isEqualTo(
                        new Document("createUser", "trader-engine")
                                .append("pwd", "password of TRADER_ENGINE")
                                .append("roles", List.of(role("trader-engine")))
                                .append("mechanisms", List.of("SCRAM-SHA-256"))
                                .append("writeConcern", new Document("w", "majority")));
        assertThat(server.sent("createUser", "backup").get("roles"))
                .isEqualTo(List.of(role("backup")));
    }

    @Test
    void givesARoleTheRightsOfTheTableAndNoOther() {
        run(settings(""), List.of());

        Document role = server.sent("createRole", "trader-engine");
        assertThat(role.getList("roles", Document.class)).isEmpty();
        assertThat(role.getList("privileges", Document.class))
                .contains(privilege("journal", "find", "insert", "createIndex"))
                .contains(privilege("strategies", "find"))
                .hasSize(
                        (int)
                                Roles.TABLE.values().stream()
                                        .filter(row -> row.containsKey(Service.TRADER_ENGINE))
                                        .count());
        assertThat(server.sent("createRole", "dashboard").getList("privileges", Document.class))
                .contains(privilege("", "find", "changeStream"));
    }

    @Test
    void bringsKnownRolesAndUsersUpToDate() {
        server.always("rolesInfo", new Document("roles", List.of(new Document("role", "known"))));
        server.always("usersInfo", new Document("users", List.of(new Document("user", "known"))));

        run(settings(""), List.of());

        assertThat(server.names())
                .doesNotContain("createRole", "createUser")
                .contains("updateRole", "updateUser");
        assertThat(server.sent("updateUser", "dashboard").getString("pwd"))
                .isEqualTo("password of DASHBOARD");
    }

    @Test
    void waitsForAServerThatIsAwayAndSaysSoOnce() {
        var away =
                new MongoTimeoutException(
                        "Timed out while waiting for a server. Client view of cluster state is"
                                + " {type=UNKNOWN, servers=[{address=mongodb:27017, state=CONNECTING,"
                                + " exception={com.mongodb.MongoSocketException: mongodb}, caused by"
                                + " {java.net.UnknownHostException: mongodb}}]");
        server.always("hello", away, away, new Document("isWritablePrimary", true));

        run(settings(""), List.of());

        assertThat(said)
                .containsExactly(
                        "waiting for mongodb:27017: mongodb",
                        "the database is ready, with its roles and users");
    }

    @Test
    void givesUpWhereThePasswordIsRefused() {
        server.always(
                "hello",
                new MongoSecurityException(
                        MongoCredential.createCredential("admin", "admin", new char[0]),
                        "Exception authenticating",
                        failure(18, "Authentication failed.")));

        assertThatThrownBy(() -> run(settings(""), List.of()))
                .isInstanceOf(SetupFailedException.class)
                .hasMessageContaining("the secret mongodb_admin_password is not the password");
    }

    @Test
    void givesUpWhereTheServerRefusesACommand() {
        server.always("createRole", failure(59, "no such command: 'createRole'"));

        assertThatThrownBy(() -> run(settings(""), List.of()))
                .isInstanceOf(SetupFailedException.class)
                .hasMessageContaining("no such command");
    }

    @Test
    void tellsTheServicesOfARestore() {
        run(settings(""), List.of("restored", "2026-11-23T12:30:00Z"));

        Document update =
                server.sent("update", "stream_positions")
                        .getList("updates", Document.class)
                        .getFirst();
        assertThat(update.get("q")).isEqualTo(new Document("_id", "restore"));
        assertThat(update.getBoolean("upsert")).isTrue();
        Document mark = update.get("u", Document.class);
        assertThat(mark.getDate("at")).isEqualTo(Date.from(CLOCK.instant()));
        assertThat(mark.getDate("backupTakenAt"))
                .isEqualTo(Date.from(Instant.parse("2026-11-23T12:30:00Z")));
        assertThat(mark.getString("id")).hasSizeGreaterThan(20);
        assertThat(server.names()).doesNotContain("createRole", "updateRole");
    }

    @Test
    void aRefusedMarkOfARestoreIsAFailure() {
        server.always(
                "update", new Document("ok", 1.0).append("writeErrors", List.of(new Document())));

        assertThatThrownBy(() -> run(settings(""), List.of("restored", "2026-11-23T12:30:00Z")))
                .isInstanceOf(SetupFailedException.class);
    }

    @Test
    void refusesArgumentsThatItDoesNotKnow() {
        for (List<String> arguments :
                List.of(List.of("restored"), List.of("x"), List.of("restored", "yesterday"))) {
            assertThatThrownBy(() -> run(settings(""), arguments))
                    .isInstanceOf(SetupFailedException.class);
        }
    }

    private void run(Settings settings, List<String> arguments) {
        Runnable work = new StoreSetup(server, settings, said::add).work(arguments, CLOCK);
        new Patience(MEMBER, said::add, () -> {}).untilDone(work);
    }

    private static Settings settings(String replicaSet) {
        var passwords = new EnumMap<Service, String>(Service.class);
        for (Service service : Service.values()) {
            passwords.put(service, "password of " + service);
        }
        return new Settings(MEMBER, replicaSet, "password of admin", passwords, "that of backup");
    }

    private static Document set(String name) {
        return new Document("_id", name)
                .append("members", List.of(new Document("_id", 0).append("host", MEMBER)));
    }

    private static Document role(String name) {
        return new Document("role", name).append("db", "admin");
    }

    private static Document privilege(String collection, String... actions) {
        return new Document(
                        "resource",
                        new Document("db", "mathematricks_trader").append("collection", collection))
                .append("actions", List.of(actions));
    }
}
