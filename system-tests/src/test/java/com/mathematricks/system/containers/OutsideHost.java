package com.mathematricks.system.containers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Another host, reached over a network as the internet is: a network namespace with an address
/// from the range that is kept for documentation (RFC 5737).
public final class OutsideHost implements AutoCloseable {

    /// How it reaches this machine.
    public static final String THIS_MACHINE = "198.51.100.1";

    public static final String ADDRESS = "198.51.100.2";

    private static final String NAME = "trader-outside";
    private static final String LINK = "trader-out0";

    private final Command command = new Command(Path.of("."), Duration.ofSeconds(20));

    OutsideHost() {
        close();
        List.of(
                        "ip netns add " + NAME,
                        "ip link add " + LINK + " type veth peer name eth0 netns " + NAME,
                        "ip address add " + THIS_MACHINE + "/24 dev " + LINK,
                        "ip link set " + LINK + " up",
                        "ip -n " + NAME + " address add " + ADDRESS + "/24 dev eth0",
                        "ip -n " + NAME + " link set lo up",
                        // No way to any other network: as on the internet, nothing comes back to
                        // an address that only this machine knows.
                        "ip -n " + NAME + " link set eth0 up")
                .forEach(line -> command.run(line.split(" ")));
    }

    /// The words that let a program run there.
    String[] there(String... words) {
        return Stream.concat(Stream.of("ip", "netns", "exec", NAME), Stream.of(words))
                .toArray(String[]::new);
    }

    /// Whether it gets a TCP connection to the port within two seconds.
    public boolean reaches(String address, int port) {
        return command.tryRun(
                                there(
                                        "timeout",
                                        "2",
                                        "bash",
                                        "-c",
                                        "exec 3<>/dev/tcp/%s/%d".formatted(address, port)))
                        .code()
                == 0;
    }

    /// Removes what this or a test that was killed has made.
    @Override
    public void close() {
        command.tryRun("ip", "link", "delete", LINK);
        command.tryRun("ip", "netns", "delete", NAME);
    }
}
