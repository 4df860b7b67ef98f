package com.mathematricks.standalone.store;

import java.util.Arrays;

/// Bytes whose unsigned order is the order of the values that they encode, see [KeyWriter]. A
/// document's position is the key of its `_id`; an index entry is the keys of its fields followed
/// by the position.
final class Key implements Comparable<Key> {

    private final byte[] bytes;

    /// The bytes are not copied and must not change.
    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean startsWith(Key prefix) {
        int length = prefix.bytes.length;
        return bytes.length >= length && Arrays.equals(bytes, 0, length, prefix.bytes, 0, length);
    }

    Key plus(Key more) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, both, bytes.length, more.bytes.length);
        return new Key(both);
    }

    Key from(int start) {
        return new Key(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    /// The first key behind all that start with this one.
    Key behind() {
        int last = bytes.length - 1;
        while (last >= 0 && bytes[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            return new Key(new byte[] {(byte) 0xFF, (byte) 0xFF});
        }
        byte[] next = Arrays.copyOf(bytes, last + 1);
        next[last]++;
        return new Key(next);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
