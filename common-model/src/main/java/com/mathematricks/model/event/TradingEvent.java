package com.mathematricks.model.event;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.SignalKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened in the engine, after it was journalled. Delivered in the journal's
/// order, at least once.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface TradingEvent {

    EventId id();

    Instant at();

    /// What the approved orders are is in `orders`; what was denied beside them is in `reason`.
    record SignalApproved(
            EventId id,
            Instant at,
            StrategyName strategy,
            AccountId account,
            SignalKey signal,
            String signalId,
            DecisionOutcome outcome,
            String code,
            String reason,
            List<PlannedOrder> orders)
            implements TradingEvent {}

    /// An order of an approved signal, as it was planned.
    record PlannedOrder(
            ClientOrderId id,
            InstrumentId instrument,
            Side side,
            OrderType type,
            OrderRole role,
            Quantity quantity) {}

    record SignalDenied(
            EventId id,
            Instant at,
            StrategyName strategy,
            @Nullable AccountId account,
            SignalKey signal,
            String signalId,
            String code,
            String reason)
            implements TradingEvent {}

    /// An order's status changed other than by a fill.
    record OrderChanged(
            EventId id,
            Instant at,
            StrategyName strategy,
            AccountId account,
            ClientOrderId order,
            InstrumentId instrument,
            Side side,
            OrderRole role,
            Quantity quantity,
            OrderStatus status,
            @Nullable String reason)
            implements TradingEvent {}

    /// @param position the strategy's position after this fill
    record OrderFilled(
            EventId id,
            Instant at,
            StrategyName strategy,
            AccountId account,
            ClientOrderId order,
            InstrumentId instrument,
            Side side,
            OrderRole role,
            Quantity quantity,
            Price price,
            Money fee,
            boolean complete,
            NetQuantity position)
            implements TradingEvent {}

    /// @param realizedPnl gross, of the fill that closed it, in the account's currency
    record PositionClosed(
            EventId id,
            Instant at,
            StrategyName strategy,
            AccountId account,
            InstrumentId instrument,
            Money realizedPnl)
            implements TradingEvent {}

    /// @param scope `all`, `account NAME` or `strategy NAME`
    record TradingStateChanged(EventId id, Instant at, String scope, String state, String cause)
            implements TradingEvent {}

    /// Cash or a position was booked that no order explains: an opening balance, a deposit.
    record AccountAdjusted(EventId id, Instant at, AccountId account, Money amount, String reason)
            implements TradingEvent {}

    /// What a person should know.
    record Noticed(
            EventId id,
            Instant at,
            String code,
            String text,
            @Nullable StrategyName strategy,
            @Nullable AccountId account)
            implements TradingEvent {}
}
