package com.mathematricks.engine.decision;

import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.Side;

/// BUY for what is long, SELL for what is short.
final class Sides {

    private Sides() {}

    /// Of a position that is not flat.
    static Side direction(NetQuantity quantity) {
        return quantity.isLong() ? Side.BUY : Side.SELL;
    }

    static int sign(Side direction) {
        return direction == Side.BUY ? 1 : -1;
    }

    static boolean isHeld(Side direction, NetQuantity quantity) {
        return quantity.signum() == sign(direction);
    }
}
