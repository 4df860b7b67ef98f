package com.mathematricks.system.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/// Free ports of this machine, below those that it hands to outgoing connections: a service that is
/// killed and started again must find its port free.
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    static int anyFree() {
        while (true) {
            int port = RandomGenerator.getDefault().nextInt(LOWEST, HIGHEST);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException _) {
                // Taken: the next one.
            }
        }
    }
}
