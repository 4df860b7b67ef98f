package com.mathematricks.engine.order;

import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.signal.Protection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to rest behind an entry as soon as it fills, as it was stated: one of the two at least.
public record Bracket(@Nullable Protection stopLoss, @Nullable Protection takeProfit) {

    public Bracket {
        if (stopLoss == null && takeProfit == null) {
            throw new IllegalArgumentException("bracket without stop and target");
        }
    }

    /// Empty for what is not protective.
    public Optional<Protection> of(OrderRole role) {
        return Optional.ofNullable(
                switch (role) {
                    case STOP -> stopLoss;
                    case TARGET -> takeProfit;
                    case ENTRY, EXIT -> null;
                });
    }
}
