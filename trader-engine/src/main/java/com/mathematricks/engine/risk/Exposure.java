package com.mathematricks.engine.risk;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.instrument.OptionRight;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;

/// The risk that a holding carries: notional for cash instruments, initial margin for futures,
/// forex and short options, premium for long options.
public final class Exposure {

    private Exposure() {}

    /// In the quote currency, unrounded.
    ///
    /// @param side BUY for a long holding, SELL for a short one
    public static Money of(Instrument instrument, Price price, Side side, Quantity quantity) {
        Money notional = instrument.notional(price, quantity);
        boolean longOption = instrument.type() == InstrumentType.OPTION && side == Side.BUY;
        return longOption ? notional : instrument.initialMargin(price, quantity).orElse(notional);
    }

    /// The notional, or the exposure where that is more: of a short option.
    public static Money gross(Instrument instrument, Price price, Side side, Quantity quantity) {
        Money notional = instrument.notional(price, quantity);
        Money exposure = of(instrument, price, side, quantity);
        return exposure.compareTo(notional) > 0 ? exposure : notional;
    }

    /// BUY where such a holding gains as the market rises: of a put the opposite of its side.
    public static Side direction(Instrument instrument, Side side) {
        var option = instrument.option();
        return option != null && option.right() == OptionRight.PUT ? side.opposite() : side;
    }
}
