package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.LedgerFill;
import com.mathematricks.dashboard.ledger.LedgerOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A received signal and what became of it.
///
/// @param id the sender's, else the document's own
/// @param key null where it was refused before it had one
/// @param raw as received, secrets masked; an outside writer's document as JSON
/// @param error why it was refused; null where it was not
public record SignalStory(
        String id,
        @Nullable String key,
        @Nullable String strategy,
        @Nullable String status,
        @Nullable Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable String source,
        @Nullable String format,
        String raw,
        @Nullable SignalError error,
        int repeats,
        @Nullable String repeatOf,
        @Nullable Decision decision,
        List<LedgerOrder> orders,
        List<LedgerFill> fills,
        SignalTimings timings) {

    public SignalStory {
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
    }

    /// What finds it again: its key where it has one.
    public String handle() {
        return key == null ? id : key;
    }
}
