package com.mathematricks.model.signal;

import com.mathematricks.model.money.Price;

/// A condition on the instrument's price that has to come true before the leg is traded.
public record Trigger(Comparison comparison, Price price) {

    public enum Comparison {
        BELOW,
        AT_OR_BELOW,
        ABOVE,
        AT_OR_ABOVE
    }
}
