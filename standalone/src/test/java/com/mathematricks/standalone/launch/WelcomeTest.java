package com.mathematricks.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.standalone.credentials.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    @Test
    void namesAddressesAndTheFileOfTheSecretsButNoSecret() {
        String text =
                Welcome.text(
                        new Credentials(
                                "http://d", "pass-1", "token-2", "http://w", "key-3", "s-4"),
                        Path.of("/data/credentials"),
                        true);

        assertThat(text)
                .contains(
                        "Dashboard    http://d\n",
                        "Webhook      http://w\n",
                        "Credentials  /data/credentials\n")
                .doesNotContain("pass-1", "token-2", "key-3", "s-4");
    }

    /// The shell itself is asked, with a `curl` that shows what it was given.
    @Test
    void printsACurlThatWorksAsItIs(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.createDirectory(folder.resolve("it's here")).resolve("credentials");
        Files.writeString(file, "webhook.url=http://w\nwebhook.key=k\nwebhook.key.other=o\n");

        var shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "curl() { printf '%s|' \"$@\"; }\n" + Welcome.curl(file))
                        .redirectErrorStream(true)
                        .start();
        String shown = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(shown)
                .isEqualTo(
                        "-sS|http://w/k|-H|Content-Type: application/json|-d|{\"ticker\": \"AAPL\","
                                + " \"action\": \"buy\", \"price\": \"190\"}|");
    }
}
