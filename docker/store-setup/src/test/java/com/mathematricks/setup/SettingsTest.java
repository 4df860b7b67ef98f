package com.mathematricks.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir Path secrets;

    @BeforeEach
    void writeSecrets() throws IOException {
        for (String name :
                new String[] {
                    "mongodb_admin_password",
                    "mongodb_engine_password",
                    "mongodb_collector_password",
                    "mongodb_notifier_password",
                    "mongodb_dashboard_password",
                    "mongodb_backup_password"
                }) {
            Files.writeString(secrets.resolve(name), "0123456789 of " + name + "\n");
        }
    }

    @Test
    void hasDefaultsForAllButTheSecrets() {
        Settings settings = Settings.of(Map.of(), secrets);

        assertThat(settings.host()).isEqualTo("mongodb:27017");
        assertThat(settings.replicaSet()).isEqualTo("rs0");
        assertThat(settings.adminPassword()).isEqualTo("0123456789 of mongodb_admin_password");
        assertThat(settings.passwords())
                .containsEntry(
                        Service.SIGNAL_COLLECTOR, "0123456789 of mongodb_collector_password");
        assertThat(settings.toString()).doesNotContain("0123456789");
    }

    @Test
    void takesHostAndReplicaSetFromTheEnvironment() {
        Settings settings =
                Settings.of(Map.of("MONGODB_HOST", "db:1", "MONGODB_REPLICA_SET", ""), secrets);

        assertThat(settings.host()).isEqualTo("db:1");
        assertThat(settings.replicaSet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '|is empty",
                "0123456789a|is shorter than that",
                "change-me-please|is a placeholder",
                "password1234567|is a placeholder"
            })
    void refusesASecretThatIsNone(String secret, String why) throws IOException {
        Files.writeString(secrets.resolve("mongodb_notifier_password"), secret);

        assertThatThrownBy(() -> Settings.of(Map.of(), secrets))
                .isInstanceOf(SetupFailedException.class)
                .hasMessageStartingWith(
                        "the secret mongodb_notifier_password needs 12 characters at least, but ")
                .hasMessageEndingWith(why);
    }

    @Test
    void refusesAMissingSecret() throws IOException {
        Files.delete(secrets.resolve("mongodb_backup_password"));

        assertThatThrownBy(() -> Settings.of(Map.of(), secrets))
                .isInstanceOf(SetupFailedException.class)
                .hasMessageContaining("mongodb_backup_password")
                .hasMessageContaining("cannot be read");
    }
}
