package com.mathematricks.model.signal;

import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One instrument's part of a signal.
///
/// @param side the order's side: always for ENTRY and the side's own name for BUY and SELL; for ADD
///   and EXIT where the sender gave one
/// @param quantity above zero, in `quantityUnit`; null where the sender gave none
/// @param price the sender's price of the instrument when it sent the signal; for an option its
///   premium
/// @param underlyingPrice for an option: the sender's price of the underlying
/// @param trailAmount how far a TRAILING_STOP stays behind the price, in units of the price; or
///   `trailPercent`, in per cent of it
/// @param cancelAfterSeconds an entry that has not filled by then is called back; above 0
/// @param entryName what a later exit may call this entry (ENTRY only)
/// @param entryReference the entry that an EXIT or CANCEL speaks of: its signal id or its name
/// @param unsupported a stated field that no version yet honours, as `field=value`; such a signal
///   is denied, never traded as if the field had not been there
public record SignalLeg(
        InstrumentReference instrument,
        Action action,
        @Nullable Side side,
        @Nullable BigDecimal quantity,
        QuantityUnit quantityUnit,
        OrderType orderType,
        @Nullable Price price,
        @Nullable Price underlyingPrice,
        @Nullable Price limitPrice,
        @Nullable Price stopPrice,
        @Nullable BigDecimal trailAmount,
        @Nullable Percentage trailPercent,
        @Nullable TimeInForce timeInForce,
        @Nullable Integer cancelAfterSeconds,
        @Nullable Sentiment sentiment,
        @Nullable StatedPosition position,
        @Nullable String entryName,
        @Nullable String entryReference,
        @Nullable Protection stopLoss,
        @Nullable Protection takeProfit,
        @Nullable Trigger trigger,
        @Nullable String unsupported) {}
