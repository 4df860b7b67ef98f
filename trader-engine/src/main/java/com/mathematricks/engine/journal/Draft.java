package com.mathematricks.engine.journal;

import com.mathematricks.model.settings.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to become an entry: everything but its number and writer.
///
/// @param key null: `seq:N`
/// @param epoch that begins with this entry; null: the present one goes on
public record Draft(
        EntryKind kind,
        @Nullable String key,
        @Nullable AccountId account,
        List<Change> changes,
        @Nullable String epoch) {

    public Draft(
            EntryKind kind,
            @Nullable String key,
            @Nullable AccountId account,
            List<Change> changes) {
        this(kind, key, account, changes, null);
    }

    /// @param present the epoch of the entry before
    public String epochAfter(String present) {
        return epoch == null ? present : epoch;
    }
}
