package com.mathematricks.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.standalone.command.TraderCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The suite as a person has it: started from outside, used by its commands, stopped and started
/// again.
@Timeout(180)
class StandaloneIT {

    @TempDir Path folder;

    @Test
    void tradesASignalOnPaperAndStillKnowsItAfterARestart()
            throws IOException, InterruptedException {
        try (var suite = run()) {
            suite.awaitLine("Ctrl-C stops");

            assertThat(trader("signal", "--action", "buy", "--ticker", "AAPL", "--price", "190"))
                    .anyMatch(line -> line.matches("Signal .* of demo: APPROVED"))
                    .anyMatch(line -> line.startsWith("  Fill: BUY 5 AAPL at 190.0"));

            suite.terminate();
        }
        try (var suite = run()) {
            suite.awaitLine("Ctrl-C stops");

            assertThat(trader("status"))
                    .anyMatch(line -> line.matches(" *paper +demo +AAPL +5 +190\\.0.*"))
                    .anyMatch(line -> line.matches(".* demo .* APPROVED .*"));

            suite.terminate();
        }
    }

    @Test
    void refusesAFolderThatAnotherRunHas() throws IOException, InterruptedException {
        try (var suite = run()) {
            suite.awaitLine("store is open");

            try (var second = run()) {
                assertThat(second.rest())
                        .containsExactly(
                                "trader: the data folder %s is in use by process %d: stop that run first, or choose another folder with --data"
                                        .formatted(folder, suite.pid()));
                assertThat(second.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void saysInOneLineWhoHasItsPort() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var suite = run("--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(suite.rest())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "trader: port %d is taken by process %d ("
                                    .formatted(
                                            taken.getLocalPort(), ProcessHandle.current().pid()));
            assertThat(suite.exitCode()).isEqualTo(1);
        }
    }

    private ChildProcess run(String... words) throws IOException {
        String port = words.length == 0 ? "--port=0" : String.join("=", words);
        return ChildProcess.start(
                StandaloneApplication.class, "--data=" + folder, port, "--webhook-port=0");
    }

    private List<String> trader(String command, String... words) throws IOException {
        var all = new java.util.ArrayList<>(List.of(command, "--data=" + folder));
        all.addAll(List.of(words));
        try (var process = ChildProcess.start(TraderCommand.class, all.toArray(String[]::new))) {
            return process.rest();
        }
    }
}
