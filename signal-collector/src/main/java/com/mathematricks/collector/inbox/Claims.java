package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.model.signal.SignalKey;
import java.util.Optional;

/// A signal key belongs to the first signal that came with it.
final class Claims {

    static final String ID_REUSED = "ID_REUSED";

    private final SignalStore store;

    Claims(SignalStore store) {
        this.store = store;
    }

    sealed interface Claim {

        record Free() implements Claim {}

        record RepeatOf(SignalStore.Known original) implements Claim {}

        record Reused(SignalStore.Known original) implements Claim {}
    }

    /// Under the strategy's lock.
    Claim of(SignalKey key, String bodyHash) {
        Optional<SignalStore.Known> known = store.byKey(key);
        if (known.isEmpty()) {
            return new Claim.Free();
        }
        String first = known.get().bodyHash();
        return first == null || first.equals(bodyHash)
                ? new Claim.RepeatOf(known.get())
                : new Claim.Reused(known.get());
    }

    static FieldError reused(String id) {
        return new FieldError(
                "signalID",
                id,
                "an id that this strategy has not used for another signal",
                "ID_REUSED: the id '"
                        + id
                        + "' came before with another body; the first was taken, this one is not");
    }
}
