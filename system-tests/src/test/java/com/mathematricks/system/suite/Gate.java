package com.mathematricks.system.suite;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A port before a server: shut, open, or answering as a RabbitMQ that refuses every password.
public final class Gate implements AutoCloseable {

    private static final int PROTOCOL_HEADER = 8;
    private static final int FRAME_TYPE_AND_CHANNEL = 3;

    private final int port = Ports.anyFree();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;

    public int port() {
        return port;
    }

    /// What happens to one connection.
    @FunctionalInterface
    private interface Host {

        void receive(Socket guest) throws IOException;
    }

    /// @param target the server's port
    public void open(int target) {
        listen(guest -> {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            Thread.ofVirtual().start(() -> answer(server, guest));
            pipe(guest, server);
        });
    }

    /// From now on what the server answers is lost, and so is all that it answers later on these
    /// connections: as when a machine or a line between is gone, which nobody is told.
    public void silence() {
        silent = true;
    }

    /// New connections are answered again.
    public void endSilence() {
        silent = false;
    }

    /// Greets as RabbitMQ does, and hangs up on whoever says his name.
    public void refuseLogins() {
        listen(guest -> {
            var in = new DataInputStream(guest.getInputStream());
            in.skipNBytes(PROTOCOL_HEADER);
            guest.getOutputStream().write(greeting());
            in.skipNBytes(FRAME_TYPE_AND_CHANNEL);
            // What he says, and the frame's end.
            in.skipNBytes(in.readInt() + 1L);
        });
    }

    /// The frame of AMQP's Connection.Start: version 0-9, no properties, PLAIN, en_US.
    private static byte[] greeting() throws IOException {
        var payload = new ByteArrayOutputStream();
        var method = new DataOutputStream(payload);
        method.writeShort(10);
        method.writeShort(10);
        method.write(new byte[] {0, 9});
        method.writeInt(0);
        for (String text : new String[] {"PLAIN", "en_US"}) {
            method.writeInt(text.length());
            method.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        var bytes = new ByteArrayOutputStream();
        var frame = new DataOutputStream(bytes);
        frame.writeByte(1);
        frame.writeShort(0);
        frame.writeInt(payload.size());
        payload.writeTo(frame);
        frame.writeByte(0xCE);
        return bytes.toByteArray();
    }

    private void listen(Host host) {
        close();
        try {
            var mine = new ServerSocket();
            mine.setReuseAddress(true);
            mine.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = mine;
            acceptor = Thread.ofVirtual().start(() -> accept(mine, host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket mine, Host host) {
        while (!mine.isClosed()) {
            try {
                Socket guest = mine.accept();
                sockets.add(guest);
                Thread.ofVirtual().start(() -> receive(guest, host));
            } catch (IOException _) {
                // Shut.
            }
        }
    }

    private static void receive(Socket guest, Host host) {
        try (guest) {
            host.receive(guest);
        } catch (IOException _) {
            // The guest went.
        }
    }

    private void answer(Socket server, Socket guest) {
        try (server;
                guest) {
            byte[] bytes = new byte[8192];
            boolean lost = false;
            InputStream from = server.getInputStream();
            for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                lost |= silent;
                if (!lost) {
                    guest.getOutputStream().write(bytes, 0, count);
                }
            }
        } catch (IOException _) {
            // One of the two went, so both do.
        }
    }

    private static void pipe(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One of the two went, so both do.
        }
    }

    /// Shuts it: connections end, new ones are refused.
    @Override
    public void close() {
        try {
            if (listener != null) {
                listener.close();
            }
            // The port is free only when nobody waits at it any more.
            if (acceptor != null) {
                acceptor.join();
            }
            for (Socket socket : sockets) {
                socket.close();
            }
            sockets.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
