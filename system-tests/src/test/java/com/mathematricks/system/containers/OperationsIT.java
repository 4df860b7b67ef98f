package com.mathematricks.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/// What the owner does to a suite that trades: change a secret, update, go back. In an order,
/// because each goes on with the signals of those before.
@OnSuites(SuiteKind.CONTAINERS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {

    private static final List<String> IMAGES =
            List.of(
                    "trader-engine",
                    "signal-collector",
                    "telegram-notifier",
                    "dashboard",
                    "store-setup");

    private final ContainerSuite suite;
    private final Installation installation;

    /// Of all tests, whose signals end in one position.
    private static final List<String> TAKEN = new ArrayList<>();

    OperationsIT(Suite suite) {
        this.suite = (ContainerSuite) suite;
        this.installation = this.suite.installation();
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(Load.strategies());
    }

    @Test
    @Order(1)
    void secretsAreChangedUnderLoad() {
        String before = installation.secret("internal_token");

        underLoad(
                "rotate",
                () -> {
                    installation.trader("rotate", "internal_token");
                    installation.trader("rotate", "mongodb_engine_password");
                    installation.trader("rotate", "rabbitmq_engine_password");
                });

        assertThat(installation.secret("internal_token")).isNotEqualTo(before);
    }

    @Test
    @Order(2)
    void anUpdateAndTheWayBackLoseNothing() {
        String version = installation.setting("TRADER_VERSION");
        IMAGES.forEach(image ->
                installation.docker(
                        "tag",
                        "mathematricks/%s:%s".formatted(image, version),
                        "mathematricks/%s:another".formatted(image)));

        underLoad("update", () -> update("another"));
        assertThat(suite.inspect("trader-engine", "{{.Config.Image}}")).endsWith(":another");

        underLoad("back", () -> update(version));
        assertThat(suite.inspect("trader-engine", "{{.Config.Image}}")).endsWith(":" + version);
    }

    private void update(String version) {
        installation.set("TRADER_VERSION", version);
        installation.trader("up");
    }

    private void underLoad(String name, Runnable what) {
        var load = new Load(suite, name);
        try (load) {
            what.run();
        }
        TAKEN.addAll(load.taken());
        Load.assertNothingLostOrDoubled(suite.api(), TAKEN);
    }
}
