package com.mathematricks.engine;

import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Power that goes after so many steps, so that a test can stop an engine anywhere. What comes
/// after has no effect, as after a kill -9.
final class Power {

    private int left = Integer.MAX_VALUE;
    private boolean gone;

    /// @param steps that are still made
    synchronized void lasts(int steps) {
        left = steps;
        gone = false;
    }

    synchronized boolean isGone() {
        return gone;
    }

    /// Throws where the power is gone.
    synchronized void step() {
        if (gone || left == 0) {
            gone = true;
            throw new PowerCut();
        }
        left--;
    }

    /// Of a batch the entries up to the cut are stored, and the answer may be lost.
    Journal journal(Journal stored) {
        return new Journal() {
            @Override
            public void append(List<Entry> entries) {
                for (Entry entry : entries) {
                    step();
                    stored.append(List.of(entry));
                }
                step();
            }

            @Override
            public Optional<Entry> withKey(String key) {
                return stored.withKey(key);
            }

            @Override
            public Set<String> known(Collection<String> keys) {
                return stored.known(keys);
            }

            @Override
            public Optional<Entry> withSequence(long sequence) {
                return stored.withSequence(sequence);
            }

            @Override
            public void forEachAfter(long sequence, Consumer<Entry> reader) {
                stored.forEachAfter(sequence, reader);
            }

            @Override
            public List<Entry> after(long sequence, int limit) {
                return stored.after(sequence, limit);
            }
        };
    }

    private static final class PowerCut extends RuntimeException {

        private static final long serialVersionUID = 1;

        PowerCut() {
            super("the power is gone", null, false, false);
        }
    }
}
