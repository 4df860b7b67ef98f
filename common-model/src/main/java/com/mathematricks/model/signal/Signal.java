package com.mathematricks.model.signal;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.WireFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategy's wish, before any decision.
///
/// @param id the sender's id, or the one that the collector gave
/// @param sentAt what its age is measured from; null where nobody knows, which makes it stale for
///   everything that opens
/// @param account where the sender named one; another than the strategy's is denied
/// @param accountEquity the sender's own equity, for sizing in proportion; above zero
/// @param orderId the sender's name of its order, shown only
/// @param legs 1 to 16, decided together
public record Signal(
        SignalKey key,
        String id,
        StrategyName strategy,
        WireFormat format,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable AccountId account,
        @Nullable BigDecimal accountEquity,
        @Nullable String orderId,
        @Nullable String comment,
        List<SignalLeg> legs) {

    public static final int MAX_LEGS = 16;

    public Signal {
        legs = List.copyOf(legs);
        if (legs.isEmpty() || legs.size() > MAX_LEGS) {
            throw new IllegalArgumentException(
                    "legs: " + legs.size() + " given, 1 to " + MAX_LEGS + " accepted");
        }
    }
}
