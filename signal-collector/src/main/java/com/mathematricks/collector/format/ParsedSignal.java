package com.mathematricks.collector.format;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.SignalLeg;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signal as its sender stated it, before the collector gave it a strategy, a key and a sequence.
///
/// @param sentAt null where the sender did not say
/// @param canonicalBody equal for two messages that say the same: fields in a fixed order, without
///   secrets and send times
public record ParsedSignal(
        Labels labels,
        WireFormat format,
        @Nullable Instant sentAt,
        @Nullable AccountId account,
        @Nullable BigDecimal accountEquity,
        @Nullable String orderId,
        @Nullable String comment,
        List<SignalLeg> legs,
        String canonicalBody) {

    public ParsedSignal {
        legs = List.copyOf(legs);
    }
}
