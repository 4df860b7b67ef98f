package com.mathematricks.system.containers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.browser.Look;
import com.mathematricks.system.browser.OwnersBrowser;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// From `./trader init --http` and `./trader up` to the first paper fill: an alert from another
/// host on port 80, seen in the browser and on the phone, and still there after `down` and `up`.
@OnSuites(SuiteKind.CONTAINERS)
class FromOutsideIT {

    private final ContainerSuite suite;

    FromOutsideIT(Suite suite) {
        this.suite = (ContainerSuite) suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        suite.start(StrategiesFile.withDemo());
    }

    @Test
    void anAlertBecomesAPaperFill() {
        int code =
                postFromOutside(
                        "{\"signal_id\": \"first\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"price\": \"190\"}");

        assertThat(code).isEqualTo(202);
        ReadApi api = suite.api();
        JsonNode signal =
                api.awaitSignal("first", "filled", story -> story.path("fills").size() == 1);
        assertThat(signal.path("decision").path("outcome").asString()).isEqualTo("APPROVED");
        Await.until(
                "the fill is on the phone",
                () ->
                        suite.telegram().messages().stream()
                                .anyMatch(message -> message.contains("AAPL")),
                () -> suite.telegram().messages());
        try (var browser = new OwnersBrowser(suite.dashboard(), suite.ownersPassword())) {
            Page page = browser.open(Look.LIGHT);
            page.navigate(browser.address("/positions"));
            assertThat(page.locator("main")).containsText("AAPL");
        }
        survivesACleanStop(api);
    }

    private int postFromOutside(String body) {
        String code =
                new Command(Path.of("."), Duration.ofSeconds(20))
                        .run(
                                suite.outside()
                                        .there(
                                                "curl",
                                                "-sS",
                                                "-o",
                                                "/dev/null",
                                                "-w",
                                                "%{http_code}",
                                                "-d",
                                                body,
                                                suite.keyAddress("demo")
                                                        .toString()
                                                        .replace(
                                                                "127.0.0.1",
                                                                OutsideHost.THIS_MACHINE)));
        return Integer.parseInt(code);
    }

    private void survivesACleanStop(ReadApi api) {
        int before = api.all("journal").size();

        suite.installation().trader("down");
        suite.installation().trader("up");

        List<JsonNode> later =
                api.all("journal").stream().limit(api.all("journal").size() - before).toList();
        assertThat(later)
                .extracting(entry -> entry.path("kind").asString())
                .containsOnly("STARTED");
        assertThat(api.signal("first")).isPresent();
        assertThat(api.all("positions")).hasSize(1);
        assertThat(api.all("accounts"))
                .allMatch(account -> account.path("state").asString().equals("ACTIVE"));
    }
}
