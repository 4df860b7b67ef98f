package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.TestStore;
import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SeedingIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final StrategiesSettings NOTHING_BROUGHT =
            new StrategiesSettings(null, null, null);

    private final TestStore store = TestStore.open();
    private final Map<String, String> handedOver = new HashMap<>();

    @AfterEach
    void close() {
        store.close();
    }

    private void seed(StrategiesFile file, StrategiesSettings settings) {
        var credentials = new Credentials(settings, handedOver::putAll);
        new Seeding(store.database(), file, credentials, () -> NOW).prepare();
    }

    private static StrategiesFile file(String text) {
        return new StrategiesReader("strategies.yml", NOW).read(text);
    }

    private String handedOver(String what) {
        return Objects.requireNonNull(handedOver.get("webhook." + what + ".demo"));
    }

    private List<Document> all(String collection) {
        return store.database().getCollection(collection).find().into(new ArrayList<>());
    }

    private StrategySettings demo() {
        return Documents.read(all(Collections.STRATEGIES).getFirst(), StrategySettings.class);
    }

    @Test
    void storesOnlyHashesOfTheGeneratedCredentialsThatItHandsOver() {
        seed(StrategiesFile.builtIn(NOW), NOTHING_BROUGHT);

        assertThat(handedOver).containsOnlyKeys("webhook.key.demo", "webhook.secret.demo");
        assertThat(handedOver.values()).allMatch(value -> value.matches("[0-9a-f]{40}"));
        assertThat(demo().keyHash()).isEqualTo(SecretHash.of(handedOver("key")));
        assertThat(demo().secretHash()).isEqualTo(SecretHash.of(handedOver("secret")));
        assertThat(all(Collections.STRATEGIES).toString())
                .doesNotContain(handedOver("key"))
                .doesNotContain(handedOver("secret"));
    }

    @Test
    void seedingTwiceInsertsOnce(CapturedOutput output) {
        seed(StrategiesFile.builtIn(NOW), NOTHING_BROUGHT);
        List<Document> strategies = all(Collections.STRATEGIES);
        List<Document> accounts = all(Collections.ACCOUNT_SETTINGS);
        handedOver.clear();

        seed(StrategiesFile.builtIn(NOW.plusSeconds(60)), NOTHING_BROUGHT);

        assertThat(handedOver).isEmpty();
        assertThat(strategies).hasSize(1);
        assertThat(accounts).extracting(account -> account.get("_id")).containsExactly("paper");
        assertThat(all(Collections.STRATEGIES)).isEqualTo(strategies);
        assertThat(all(Collections.ACCOUNT_SETTINGS)).isEqualTo(accounts);
        assertThat(output).doesNotContain("differs");
    }

    @Test
    void leavesWhatIsStoredAndSaysWhereTheFileDiffers(CapturedOutput output) {
        String text =
                """
                accounts: [{id: paper, broker: PAPER, currency: USD, cash: 100000}]
                limits: {leverage: 2}
                strategies:
                  - {name: demo, account: paper, capital: 100, format: bridge}
                """;
        seed(file(text), NOTHING_BROUGHT);

        seed(
                file(
                        text.replace("100000", "5000")
                                .replace("leverage: 2", "leverage: 1")
                                .replace("capital: 100, format: bridge", "capital: 70")),
                NOTHING_BROUGHT);

        assertThat(output)
                .contains("account_settings 'paper' differs in [cash]")
                .contains("account_settings 'overall' differs in [values]")
                .contains("strategies 'demo' differs in [capital, format]");
        assertThat(demo().capital()).isEqualByComparingTo("100");
        assertThat(all(Collections.ACCOUNT_SETTINGS).getFirst().get("cash"))
                .isEqualTo(Decimal128.parse("100000"));
    }

    @Test
    void storesTheLimitsOverAll() {
        seed(file("limits: {max_open_positions: 7}"), NOTHING_BROUGHT);

        assertThat(all(Collections.ACCOUNT_SETTINGS))
                .containsExactly(
                        new Document("_id", "overall")
                                .append(
                                        "limits",
                                        new Document(
                                                "values",
                                                new Document("max_open_positions", "7"))));
    }

    @Test
    void usesTheCredentialsThatWereBroughtForDemo() {
        var brought =
                new StrategiesSettings(
                        null,
                        null,
                        new StrategiesSettings.Demo(
                                "brought-key-0123456789", "brought-secret-01234"));

        seed(StrategiesFile.builtIn(NOW), brought);

        assertThat(handedOver).isEmpty();
        assertThat(demo().keyHash()).isEqualTo(SecretHash.of("brought-key-0123456789"));
        assertThat(demo().secretHash()).isEqualTo(SecretHash.of("brought-secret-01234"));
    }

    @Test
    void doesNotStoreASecretThatAnotherStrategyHas(CapturedOutput output) {
        String text =
                """
                accounts: [{id: paper, broker: PAPER, currency: USD, cash: 100000}]
                strategies: [{name: one, account: paper, capital: 1, webhook_secret: shared-shared-shared}]
                """;
        seed(file(text), NOTHING_BROUGHT);

        seed(file(text.replace("one", "two")), NOTHING_BROUGHT);

        assertThat(all(Collections.STRATEGIES))
                .extracting(strategy -> strategy.get("_id"))
                .containsExactly("one");
        assertThat(output)
                .contains("strategies 'two' is not stored")
                .doesNotContain("shared-shared");
    }
}
