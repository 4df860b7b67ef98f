package com.mathematricks.engine;

import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A journal that forgets everything with the test.
final class MemoryJournal implements Journal {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void append(List<Entry> appended) {
        entries.addAll(appended);
    }

    @Override
    public Optional<Entry> withKey(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public Set<String> known(Collection<String> keys) {
        return entries.stream()
                .map(Entry::key)
                .filter(Set.copyOf(keys)::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Entry> withSequence(long sequence) {
        return entries.stream().filter(entry -> entry.sequence() == sequence).findFirst();
    }

    @Override
    public void forEachAfter(long sequence, Consumer<Entry> reader) {
        later(sequence).forEach(reader);
    }

    @Override
    public List<Entry> after(long sequence, int limit) {
        return later(sequence).limit(limit).toList();
    }

    private Stream<Entry> later(long sequence) {
        return entries.stream().filter(entry -> entry.sequence() > sequence);
    }
}
