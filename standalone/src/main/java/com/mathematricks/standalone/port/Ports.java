package com.mathematricks.standalone.port;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;

/// TCP ports of this machine.
public final class Ports {

    private static final int QUEUE = 1;

    private Ports() {}

    /// @param flag the one by which the person can choose another port
    public static void requireFree(String address, int port, String flag) {
        try (var socket = new ServerSocket(port, QUEUE, InetAddress.getByName(address))) {
            var _ = socket;
        } catch (UnknownHostException _) {
            throw CommandFailedException.wrongUsage(
                    "--bind %s is no address of this machine".formatted(address));
        } catch (BindException e) {
            throw CommandFailedException.because(taken(port, flag, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String taken(int port, String flag, String why) {
        if (why.contains("ermission denied")) {
            return "port %d may be used by root only: choose another with %s".formatted(port, flag);
        }
        if (why.contains("annot assign")) {
            return "--bind names no address of this machine";
        }
        return "port %d is taken by %s: stop it, or choose another port with %s"
                .formatted(
                        port,
                        new PortOwner(Path.of("/proc")).of(port).orElse("another process"),
                        flag);
    }

    /// A port of the loopback address that nobody listens on now.
    public static int anyFree() {
        try (var socket = new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
