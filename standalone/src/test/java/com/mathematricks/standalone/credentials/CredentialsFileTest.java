package com.mathematricks.standalone.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {

    @TempDir Path folder;
    private Path path;
    private CredentialsFile file;

    @BeforeEach
    void useAFreshFolder() {
        path = folder.resolve("credentials");
        file = new CredentialsFile(path);
    }

    @Test
    void makesSecretsThatOnlyTheOwnerCanRead() throws IOException {
        Credentials made = prepare(8501);

        assertThat(Files.readAllLines(path))
                .containsExactly(
                        "dashboard.url=http://localhost:8501",
                        "dashboard.password=" + made.dashboardPassword(),
                        "api.token=" + made.apiToken(),
                        "webhook.url=http://localhost:8502/webhook",
                        "webhook.key=" + made.webhookKey(),
                        "webhook.secret=" + made.webhookSecret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(
                        List.of(
                                made.dashboardPassword(),
                                made.apiToken(),
                                made.webhookKey(),
                                made.webhookSecret()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[a-z2-9]{32}"));
    }

    @Test
    void keepsTheSecretsButNotTheAddressesOverARestart() throws IOException {
        Credentials first = prepare(8501);
        Credentials second = prepare(9001);

        assertThat(second)
                .isEqualTo(
                        new Credentials(
                                "http://localhost:9001",
                                first.dashboardPassword(),
                                first.apiToken(),
                                "http://localhost:8502/webhook",
                                first.webhookKey(),
                                first.webhookSecret()));
        assertThat(file.read()).isEqualTo(second);
    }

    @Test
    void keepsTheLinesThatOthersAdded() throws IOException {
        prepare(8501);
        Files.writeString(
                path, Files.readString(path) + "webhook.key.mine=old\nwebhook.key.mine=newer\n");

        prepare(8501);

        assertThat(Files.readAllLines(path)).hasSize(7).endsWith("webhook.key.mine=newer");
        assertThat(file.read("webhook.key.mine")).contains("newer");
        assertThat(file.read("webhook.key.yours")).isEmpty();
    }

    @Test
    void makesAnewWhatIsMissingOrEmpty() throws IOException {
        Files.writeString(path, "api.token=\nwebhook.key=chosen-by-the-owner\n");

        Credentials made = prepare(8501);

        assertThat(made.webhookKey()).isEqualTo("chosen-by-the-owner");
        assertThat(made.apiToken()).hasSize(32);
    }

    @Test
    void saysWhatToDoWhereThereIsNoFile() {
        assertThatThrownBy(file::read)
                .hasMessage(
                        path
                                + " is not there: start the suite with ./trader run, or name its"
                                + " folder with --data");
    }

    @Test
    void showsNoSecretInItsText() throws IOException {
        assertThat(prepare(8501)).hasToString("Credentials[…]");
    }

    private Credentials prepare(int port) throws IOException {
        return file.prepare("http://localhost:" + port, "http://localhost:8502/webhook");
    }
}
