package com.mathematricks.engine.rehearsal;

import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import java.time.Instant;

/// An order that a sender once made, as its alert would have stated it.
///
/// @param line of the file that it is from
/// @param price at which it was filled
/// @param before the sender's position before it
/// @param after the sender's position after it
public record PastOrder(
        int line,
        Instant at,
        Side side,
        Quantity quantity,
        Price price,
        NetQuantity before,
        NetQuantity after) {}
