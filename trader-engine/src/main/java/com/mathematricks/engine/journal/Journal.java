package com.mathematricks.engine.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The store of the entries. Append-only.
public interface Journal {

    /// Returns when all entries are stored for good; waits as long as the store is away, since an
    /// append with unknown outcome is repeated under its numbers until it is known.
    ///
    /// Throws ReplacedException where another writer has taken one of the numbers.
    void append(List<Entry> entries);

    Optional<Entry> withKey(String key);

    /// Those of the keys that an entry has.
    Set<String> known(Collection<String> keys);

    Optional<Entry> withSequence(long sequence);

    /// Every entry after `sequence`, in order, one at a time.
    void forEachAfter(long sequence, Consumer<Entry> reader);

    /// Up to `limit` entries after `sequence`, in order.
    List<Entry> after(long sequence, int limit);
}
