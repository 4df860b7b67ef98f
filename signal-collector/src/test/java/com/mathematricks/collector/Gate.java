package com.mathematricks.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The network between a service and a server, which a test can cut or let hang.
public final class Gate implements AutoCloseable {

    private final int target;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile ServerSocket listener;
    private volatile boolean stalled;
    private volatile @Nullable Thread acceptor;

    public Gate(int target) {
        this.target = target;
        listener = listenBelowOutgoingPorts();
        port = listener.getLocalPort();
        cut();
    }

    public int port() {
        return port;
    }

    public void open() {
        stalled = false;
        listener = listen(port);
        ServerSocket mine = listener;
        acceptor = Thread.ofVirtual().start(() -> accept(mine));
    }

    /// Connections end, new ones are refused.
    public void cut() {
        try {
            listener.close();
            // The port is free only when nobody waits at it any more.
            Thread last = acceptor;
            if (last != null) {
                last.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        sockets.forEach(Gate::close);
        sockets.clear();
    }

    /// Nothing arrives any more, and nobody is told.
    public void stall() {
        stalled = true;
    }

    /// Above, the system takes ports for outgoing connections: while the gate is shut, a client
    /// that tries again could be given this very port, and connect to itself.
    private static ServerSocket listenBelowOutgoingPorts() {
        for (int attempt = 0; ; attempt++) {
            try {
                return listen(ThreadLocalRandom.current().nextInt(20_000, 32_768));
            } catch (UncheckedIOException e) {
                if (attempt == 100) {
                    throw e;
                }
            }
        }
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket mine) {
        try {
            while (true) {
                Socket outer = mine.accept();
                Socket inner = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(outer);
                sockets.add(inner);
                Thread.ofVirtual().start(() -> pipe(outer, inner));
                Thread.ofVirtual().start(() -> pipe(inner, outer));
            }
        } catch (IOException e) {
            close(mine);
        }
    }

    private void pipe(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            int read = from.getInputStream().read(buffer);
            while (read >= 0) {
                if (!stalled) {
                    to.getOutputStream().write(buffer, 0, read);
                }
                read = from.getInputStream().read(buffer);
            }
        } catch (IOException e) {
            close(from);
        }
        close(to);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
