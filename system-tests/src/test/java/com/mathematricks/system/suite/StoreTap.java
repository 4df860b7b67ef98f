package com.mathematricks.system.suite;

import com.mathematricks.setup.Service;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/// Stands between a service and the store, passes everything on, and notes what was asked. It
/// listens to the wire, so the service is the one that is shipped.
///
/// The messages are those of MongoDB's `OP_MSG`: a header of four numbers, flags, then sections
/// that are one document (kind 0) or a named row of documents (kind 1).
final class StoreTap implements AutoCloseable {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;

    private final Service service;
    private final UsedRights used;
    private final String storeHost;
    private final int storePort;
    private final ServerSocket listening;

    StoreTap(Service service, UsedRights used, String storeHost, int storePort) {
        this.service = service;
        this.used = used;
        this.storeHost = storeHost;
        this.storePort = storePort;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = Thread.ofVirtual().start(this::accept);
    }

    /// Where the service has to connect to.
    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                var _ = Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    /// A store that is away looks like one that hangs up.
    private void connect(Socket client) {
        try {
            var store = new Socket();
            store.connect(new InetSocketAddress(InetAddress.getAllByName(storeHost)[0], storePort));
            client.setTcpNoDelay(true);
            store.setTcpNoDelay(true);
            var _ =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (client;
                                        store) {
                                    store.getInputStream().transferTo(client.getOutputStream());
                                } catch (IOException e) {
                                    hangUp(client);
                                }
                            });
            try (client;
                    store) {
                passOn(client, store);
            }
        } catch (IOException e) {
            hangUp(client);
        }
    }

    private void passOn(Socket client, Socket store) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        for (byte[] message = next(in); message.length > 0; message = next(in)) {
            note(message);
            store.getOutputStream().write(message);
        }
    }

    /// Empty at the end.
    private static byte[] next(InputStream in) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            return new byte[0];
        }
        int total = numbers(length).getInt();
        var message = new byte[total];
        System.arraycopy(length, 0, message, 0, Integer.BYTES);
        int rest = in.readNBytes(message, Integer.BYTES, total - Integer.BYTES);
        if (rest < total - Integer.BYTES) {
            throw new EOFException();
        }
        return message;
    }

    private void note(byte[] message) {
        ByteBuffer numbers = numbers(message);
        if (numbers.getInt(12) != OP_MSG) {
            return;
        }
        BsonDocument command = new BsonDocument();
        List<BsonDocument> parts = new ArrayList<>();
        int position = HEADER + Integer.BYTES;
        while (position < message.length) {
            int begin = position + 1;
            int size = numbers.getInt(begin);
            if (message[position] == 1) {
                documents(message, begin + Integer.BYTES, begin + size, parts);
            } else {
                command = new RawBsonDocument(message, begin, size);
            }
            position = begin + size;
        }
        used.note(service, command, parts);
    }

    /// After the name of the row, which ends with a zero.
    private static void documents(
            byte[] message, int start, int end, List<BsonDocument> documents) {
        int position = start;
        while (message[position] != 0) {
            position++;
        }
        position++;
        while (position < end) {
            int size = numbers(message).getInt(position);
            documents.add(new RawBsonDocument(message, position, size));
            position += size;
        }
    }

    private static ByteBuffer numbers(byte[] message) {
        return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void hangUp(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        hangUp(listening);
    }
}
