package com.mathematricks.engine.sizing;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.StrategySettings;
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
public record SizingRequest(
        StrategySettings strategy,
        @Nullable BigDecimal stated,
        QuantityUnit unit,
        Instrument instrument,
        Optional<Price> price,
        Optional<Conversion> conversion,
        Money equity,
        Quantity held) {}
