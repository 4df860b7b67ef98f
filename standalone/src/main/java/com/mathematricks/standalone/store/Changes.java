package com.mathematricks.standalone.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/// Changes the store's maps, and keeps what the command under way has changed: how to undo it, so
/// that a failure in its middle leaves no half of it, and how to do it again, as the record for the
/// [WriteLog]. Used by one thread at a time, the one that may write.
final class Changes {

    private static final int PUT_DOCUMENT = 1;
    private static final int PUT_ENTRY = 2;
    private static final int REMOVE = 3;
    private static final int DROP_MAP = 4;

    private final MVStore store;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream record = new DataOutputStream(bytes);
    private final Map<Integer, String> names = new HashMap<>();

    Changes(MVStore store) {
        this.store = store;
    }

    void begin() {
        undo.clear();
        bytes.reset();
    }

    void undoAll() {
        undo.forEach(Runnable::run);
        begin();
    }

    /// What was changed since [#begin]; empty if nothing was.
    byte[] record() {
        return bytes.toByteArray();
    }

    void putDocument(MVMap<Key, byte[]> map, Key key, byte[] document) {
        restoring(map, key, map.put(key, document));
        note(PUT_DOCUMENT, map, key);
        note(document);
    }

    void putEntry(MVMap<Key, Integer> map, Key key, int length) {
        restoring(map, key, map.put(key, length));
        note(PUT_ENTRY, map, key);
        write(() -> record.writeInt(length));
    }

    <V> @Nullable V remove(MVMap<Key, V> map, Key key) {
        @Nullable V old = map.remove(key);
        restoring(map, key, old);
        note(REMOVE, map, key);
        return old;
    }

    void drop(MVMap<Key, ?> map) {
        String name = store.getMapName(map.getId());
        write(() -> {
            record.writeByte(DROP_MAP);
            record.writeUTF(name);
        });
        store.removeMap(map);
    }

    private <V> void restoring(MVMap<Key, V> map, Key key, @Nullable V old) {
        undo.push(() -> {
            if (old == null) {
                map.remove(key);
            } else {
                map.put(key, old);
            }
        });
    }

    private void note(int kind, MVMap<Key, ?> map, Key key) {
        write(() -> {
            record.writeByte(kind);
            record.writeUTF(names.computeIfAbsent(map.getId(), store::getMapName));
        });
        note(key.bytes());
    }

    private void note(byte[] value) {
        write(() -> {
            record.writeInt(value.length);
            record.write(value);
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
    }

    /// Does again what a record holds.
    static void redo(MVStore store, ByteBuffer record) {
        byte[] content = new byte[record.remaining()];
        record.get(content);
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            while (in.available() > 0) {
                redo(store, in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a record of the log ends too early", e);
        }
    }

    private static void redo(MVStore store, DataInputStream in) throws IOException {
        int kind = in.readByte();
        String map = in.readUTF();
        switch (kind) {
            case PUT_DOCUMENT -> StoreFile.documents(store, map).put(key(in), bytes(in));
            case PUT_ENTRY -> StoreFile.entries(store, map).put(key(in), in.readInt());
            case REMOVE -> StoreFile.any(store, map).remove(key(in));
            case DROP_MAP -> store.removeMap(map);
            default -> throw new IOException("a record of unknown kind " + kind);
        }
    }

    private static Key key(DataInputStream in) throws IOException {
        return new Key(bytes(in));
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
