package com.mathematricks.engine.sizing;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.Protection;
import com.mathematricks.model.signal.QuantityUnit;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a size is found from.
///
/// @param stated what the signal says, in `unit`; null where it says nothing
/// @param price that the order is valued at; empty where nobody knows one
/// @param conversion of the quote currency to the account's; empty where no rate is known
/// @param equity the strategy's: its capital and its net P&L
/// @param held units that the strategy holds
/// @param side of the order; null where the signal leaves it to the position
/// @param stop the stop-loss that will protect what is opened; null: none
/// @param senderEquity the sender's own equity; null where it does not say
public record SizingRequest(
        StrategySettings strategy,
        @Nullable BigDecimal stated,
        QuantityUnit unit,
        Instrument instrument,
        Optional<Price> price,
        Optional<Conversion> conversion,
        Money equity,
        Quantity held,
        @Nullable Side side,
        @Nullable Protection stop,
        @Nullable BigDecimal senderEquity) {

    Money money(BigDecimal amount) {
        return new Money(amount, equity.currency());
    }
}
