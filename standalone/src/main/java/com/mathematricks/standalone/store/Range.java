package com.mathematricks.standalone.store;

/// A part of a map: keys at or behind `from` and before `to`.
record Range(Key from, Key to) {

    /// Leaves out the mark that an index may begin with.
    static final Range ALL =
            new Range(new Key(new byte[] {1}), new Key(new byte[] {(byte) 0xFF, (byte) 0xFF}));

    static Range startingWith(Key key) {
        return key.bytes().length == 0 ? ALL : new Range(key, key.behind());
    }

    boolean contains(Key key) {
        return key.compareTo(from) >= 0 && key.compareTo(to) < 0;
    }
}
