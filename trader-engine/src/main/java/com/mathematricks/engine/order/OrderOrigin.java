package com.mathematricks.engine.order;

import com.mathematricks.model.money.Price;
import com.mathematricks.model.signal.SignalKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an order comes from.
///
/// @param signal null where no signal but a command or the engine itself asked for it
/// @param decision the journal entry that decided it
/// @param legs how many legs were decided together
/// @param entry the entry that it opens or closes: the id of the signal that opened it; null where
///   it closes whatever is held
/// @param entryName the sender's own name of that entry
/// @param command the id of the command that asked for it; else null
/// @param signalPrice the sender's price of the instrument, current at `signalAt`
public record OrderOrigin(
        @Nullable SignalKey signal,
        @Nullable String signalId,
        long decision,
        int legs,
        @Nullable String entry,
        @Nullable String entryName,
        @Nullable String command,
        @Nullable Price signalPrice,
        Instant signalAt) {

    /// Of an order that closes because a person said so.
    public static OrderOrigin ofCommand(String command, long decision, Instant at) {
        return new OrderOrigin(null, null, decision, 1, null, null, command, null, at);
    }

    /// Of an order that closes because its time has come.
    public static OrderOrigin ofTime(long decision, Instant at) {
        return new OrderOrigin(null, null, decision, 1, null, null, null, null, at);
    }
}
