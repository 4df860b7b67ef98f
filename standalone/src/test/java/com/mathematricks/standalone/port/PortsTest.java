package com.mathematricks.standalone.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void acceptsAPortThatIsFree() {
        Ports.requireFree(LOOPBACK, Ports.anyFree(), "--port");
    }

    @Test
    void saysWhichPortIsTakenByWhomAndWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(LOOPBACK, port, "--webhook-port"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageStartingWith(
                            "port %d is taken by process %d (", port, ProcessHandle.current().pid())
                    .hasMessageEndingWith("): stop it, or choose another port with --webhook-port");
        }
    }

    @Test
    void findsTheOwnerByTheSocketThatListens(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        // 8501 is 2135 in hexadecimal; 0A listens, 01 is a connection of somebody else.
        Files.writeString(
                proc.resolve("net/tcp"),
                """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:2135 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 111 1
                   1: 0100007F:2135 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1
                """);
        process(proc, "10", "client", "socket:[111]");
        process(proc, "20", "server\0--port\08501\0", "socket:[222]");

        assertThat(new PortOwner(proc).of(8501)).contains("process 20 (server --port 8501)");
        assertThat(new PortOwner(proc).of(8502)).isEmpty();
    }

    private static void process(Path proc, String pid, String command, String socket)
            throws IOException {
        Path files = Files.createDirectories(proc.resolve(pid).resolve("fd"));
        Files.writeString(proc.resolve(pid).resolve("cmdline"), command);
        Files.createSymbolicLink(files.resolve("3"), Path.of(socket));
    }
}
