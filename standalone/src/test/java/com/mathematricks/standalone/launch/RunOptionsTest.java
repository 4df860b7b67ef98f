package com.mathematricks.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

    @Test
    void hasADefaultForEverything() {
        assertThat(parse())
                .isEqualTo(
                        new RunOptions(
                                Path.of("data"), 8501, 8502, "127.0.0.1", false, false, false));
    }

    @Test
    void takesFolderPortsAndAddress() {
        assertThat(
                        parse(
                                "--data",
                                "/tmp/x",
                                "--port=9001",
                                "--webhook-port",
                                "9002",
                                "--bind",
                                "::",
                                "--rebuild",
                                "--check"))
                .isEqualTo(new RunOptions(Path.of("/tmp/x"), 9001, 9002, "::", true, true, false));
    }

    @Test
    void namesAddressesThatThisMachineCanReach() {
        var everywhere = parse("--bind", "0.0.0.0");
        assertThat(everywhere.dashboardUrl()).isEqualTo("http://127.0.0.1:8501");
        assertThat(everywhere.webhookUrl()).isEqualTo("http://127.0.0.1:8502/webhook");
        assertThat(parse("--bind", "10.0.0.7").dashboardUrl()).isEqualTo("http://10.0.0.7:8501");
    }

    @Test
    void refusesWhatIsNoPort() {
        for (String port : List.of("65536", "-1", "8501x", "")) {
            assertThatThrownBy(() -> parse("--port", port))
                    .hasMessage(
                            "--port %s: a port is a number from 1 to 65535, or 0 for any that is free",
                            port)
                    .isInstanceOfSatisfying(
                            CommandFailedException.class,
                            e -> assertThat(e.exitCode()).isEqualTo(2));
        }
    }

    @Test
    void findsAFreePortForZero() {
        assertThat(parse("--port", "0").port()).isBetween(1024, 65535);
    }

    @Test
    void refusesOnePortForBoth() {
        assertThatThrownBy(() -> parse("--port", "8502"))
                .hasMessage("--port and --webhook-port are both 8502: they must differ");
    }

    @Test
    void refusesAStrayWord() {
        assertThatThrownBy(() -> parse("now"))
                .hasMessage("'now' is not understood; values follow a flag");
    }

    private static RunOptions parse(String... words) {
        return RunOptions.parse(List.of(words));
    }
}
