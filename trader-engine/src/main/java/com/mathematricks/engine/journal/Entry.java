package com.mathematricks.engine.journal;

import com.mathematricks.model.settings.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of the truth: what one input did.
///
/// @param sequence 1, 2, 3, … without a gap
/// @param epoch drawn at random at the first start, a reset and a restore
/// @param writer the engine process that wrote it
/// @param key unique over the whole journal: the signal's key, the fill's key, `command:ID`, else
///   `seq:N`
public record Entry(
        long sequence,
        String epoch,
        Instant at,
        String writer,
        EntryKind kind,
        String key,
        @Nullable AccountId account,
        List<Change> changes) {

    public Entry {
        changes = List.copyOf(changes);
    }
}
