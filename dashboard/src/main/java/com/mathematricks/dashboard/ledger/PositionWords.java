package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A position as a row of a page.
public record PositionWords(LedgerPosition position) {

    public String side() {
        BigDecimal quantity = position.quantity();
        if (quantity == null || quantity.signum() == 0) {
            return "Flat";
        }
        return quantity.signum() > 0 ? "Long" : "Short";
    }

    /// Without sign: the side says it.
    public @Nullable BigDecimal size() {
        return position.quantity() == null ? null : position.quantity().abs();
    }

    public Amount unrealized() {
        return new Amount(position.unrealizedPnl(), position.currency());
    }

    public Amount realized() {
        return new Amount(position.realizedPnl(), position.currency());
    }
}
