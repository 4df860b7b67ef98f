package com.mathematricks.engine.position;

import com.mathematricks.model.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is left of one entry into a position.
///
/// @param entry the id of the signal that opened it
/// @param name the sender's own name of it
public record EntryLot(String entry, @Nullable String name, Quantity left, Instant openedAt) {

    boolean answersTo(String reference) {
        return entry.equals(reference) || reference.equals(name);
    }

    EntryLot with(Quantity changed) {
        return new EntryLot(entry, name, changed, openedAt);
    }
}
