package com.mathematricks.engine.journal;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.SignalKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One execution, as we booked it.
///
/// @param key account, instrument and the broker's id of the fill
/// @param realizedPnl gross, in the account's currency, of what it closed
public record Fill(
        String key,
        ClientOrderId order,
        @Nullable SignalKey signal,
        @Nullable String signalId,
        StrategyName strategy,
        AccountId account,
        InstrumentId instrument,
        Side side,
        OrderRole role,
        Quantity quantity,
        Price price,
        Money fee,
        Money realizedPnl,
        String priceSource,
        Instant at) {}
