package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    @Test
    void appendsLinesThatOnlyTheOwnerCanRead(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("credentials");
        Files.writeString(path, "api.token=x\n");

        new SecretsFile(path).keep(Map.of("webhook.secret.demo", "s", "webhook.key.demo", "k"));

        assertThat(path).hasContent("api.token=x\nwebhook.key.demo=k\nwebhook.secret.demo=s\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void failsWithoutShowingTheSecretWhereItCannotWrite(@TempDir Path folder) {
        var file = new SecretsFile(folder.resolve("absent").resolve("credentials"));

        assertThatThrownBy(() -> file.keep(Map.of("webhook.key.demo", "hidden")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("trader.generated-secrets-file")
                .hasMessageNotContaining("hidden");
    }
}
