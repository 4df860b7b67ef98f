package com.mathematricks.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// A backup of a suite that trades, everything deleted, and the way back: the journal is what it
/// was, and nobody trades until a person has looked.
@OnSuites(SuiteKind.CONTAINERS)
class BackupIT {

    private static final int SIGNALS = 50;

    private final ContainerSuite suite;
    private final Installation installation;

    BackupIT(Suite suite) {
        this.suite = (ContainerSuite) suite;
        this.installation = this.suite.installation();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(Load.strategies());
    }

    @Test
    void comesBackWithAllAccountsHalted() {
        List<String> taken = trade();
        List<Document> journal = journal();
        installation.trader("backup");
        String backup = installation.only("backups");
        // What comes after the backup is lost with the disk.
        installation.compose("down", "--volumes");
        installation.trader("up");
        assertThat(suite.api().all("fills")).isEmpty();

        installation.trader("restore", backup, "--yes");

        ReadApi api = suite.api();
        assertThat(journal().subList(0, journal.size())).isEqualTo(journal);
        assertThat(api.all("accounts"))
                .isNotEmpty()
                .extracting(account -> account.path("state").asString())
                .containsOnly("HALTED");
        Load.assertNothingLostOrDoubled(api, taken);
        String key =
                suite.webhook()
                        .post(
                                Load.STRATEGY,
                                "{\"signal_id\": \"after\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 1, \"price\": 190}")
                        .text("key");
        JsonNode decision = api.awaitDecision(key).path("decision");
        assertThat(decision.path("outcome").asString()).isEqualTo("DENIED");
        assertThat(decision.path("reason").asString()).containsIgnoringCase("restore");
    }

    private List<String> trade() {
        var load = new Load(suite, "before");
        try (load) {
            Await.until(
                    SIGNALS + " signals are taken",
                    () -> load.taken().size() >= SIGNALS,
                    () -> load.taken().size());
        }
        Load.assertNothingLostOrDoubled(suite.api(), load.taken());
        return load.taken();
    }

    private List<Document> journal() {
        return suite.inStore(store ->
                store.getCollection("journal").find().into(new ArrayList<>()).stream()
                        .sorted(Comparator.comparing(entry -> entry.getLong("_id")))
                        .toList());
    }
}
