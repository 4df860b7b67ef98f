package com.mathematricks.engine.journal;

import com.mathematricks.model.settings.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to become an entry: everything but its number, epoch and writer.
///
/// @param key null: `seq:N`
public record Draft(
        EntryKind kind, @Nullable String key, @Nullable AccountId account, List<Change> changes) {}
